import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OversightLive } from '#contracts/oversight.http.js';
import { useFormat, useLocalised } from '../../../lib/i18n.js';
import { useNow } from '../../../lib/now.js';
import { useShortcuts } from '../../../lib/shortcuts.js';
import { type LiveCount, liveLink } from '../figure-links.js';
import { medianWords } from './median-words.js';
import { useWallPages } from './use-wall-pages.js';
import classes from './wall.module.css';
import { WallPager } from './wall-pager.js';

type Row = OversightLive['departments'][number];

interface Props {
  departments: readonly Row[];
  todayFrom: string;
}

const COLUMNS = ['waiting', 'longest', 'overdue', 'answeredToday', 'median', 'present'] as const;

/** The departments, those in need first. */
export function WallDepartments({ departments, todayFrom }: Props) {
  const { t } = useTranslation();
  const pages = useWallPages(departments.toSorted(byNeed));
  const { turn, pause, isTurning } = pages;
  useShortcuts('page', {
    next: { keys: ['ArrowRight'], words: t('wall.next'), run: turn && (() => turn(1)), isMotion: true },
    previous: { keys: ['ArrowLeft'], words: t('wall.previous'), run: turn && (() => turn(-1)), isMotion: true },
    pause: { keys: ['p'], words: t(isTurning ? 'wall.pause' : 'wall.turn'), run: pause },
  });
  if (departments.length < 2) return null;
  return (
    <div className={classes.departments}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('wall.departments')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('oversight.department')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(column === 'median' ? 'wall.medianToday' : `oversight.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.shown.map((row) => (
              <DepartmentRow key={row.slug} row={row} todayFrom={todayFrom} />
            ))}
          </tbody>
        </table>
      </section>
      <WallPager pages={pages} />
    </div>
  );
}

function DepartmentRow({ row, todayFrom }: { row: Row; todayFrom: string }) {
  const format = useFormat();
  const localised = useLocalised();
  const now = useNow();
  const count = (which: LiveCount) => (
    <Link to={liveLink(which, row.slug, todayFrom)}>{format.number(row[which])}</Link>
  );
  return (
    <tr>
      <th scope="row">{localised(row.name)}</th>
      <td>{count('waiting')}</td>
      <td>{row.longestWaitingSince ? format.duration(now - Date.parse(row.longestWaitingSince)) : '–'}</td>
      <td data-late={row.overdue > 0 || undefined}>{count('overdue')}</td>
      <td>{count('answeredToday')}</td>
      <td>{medianWords(row, format)}</td>
      <td>{format.number(row.officersPresent)}</td>
    </tr>
  );
}

function byNeed(one: Row, other: Row): number {
  return other.overdue - one.overdue || other.waiting - one.waiting || one.slug.localeCompare(other.slug);
}
