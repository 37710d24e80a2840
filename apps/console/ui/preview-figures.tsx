import { useTranslation } from 'react-i18next';
import type { DeadlinePreview } from '#contracts/deadlines.http.js';
import { useFormat } from '../lib/i18n.js';
import classes from './preview-figures.module.css';
import { Notice } from './states.js';

const MOVES = ['earlier', 'later', 'begun', 'dropped'] as const;

/** How many open deadlines move, and what is overdue by it: said loudly, since citizens and officers will notice. */
export function PreviewFigures({ preview }: { preview: DeadlinePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, moved, begun, dropped, becomeOverdue, noLongerOverdue, sample } = preview;
  const isStill = moved + begun + dropped === 0;
  const sentence = (what: (typeof MOVES)[number] | 'moved' | 'noLongerOverdue', count: number) =>
    t(`policies.preview.${what}`, { count, number: format.number(count) });
  return (
    <div role="status">
      {sample && (
        <p className={classes.line}>
          {t('policies.preview.sample', { looked: format.number(sample.looked), of: format.number(sample.of) })}
        </p>
      )}
      <p className={classes.line}>
        {t('policies.preview.open', { count: open, number: format.number(open) })}{' '}
        {isStill && t('policies.preview.none')}
        {moved > 0 && sentence('moved', moved)}
      </p>
      <ul className={classes.plain}>
        {MOVES.filter((what) => preview[what] > 0).map((what) => (
          <li key={what}>{sentence(what, preview[what])}</li>
        ))}
        {noLongerOverdue > 0 && <li>{sentence('noLongerOverdue', noLongerOverdue)}</li>}
      </ul>
      {becomeOverdue > 0 && (
        <Notice tone="late">
          {t('policies.preview.becomeOverdue', { count: becomeOverdue, number: format.number(becomeOverdue) })}
        </Notice>
      )}
    </div>
  );
}
