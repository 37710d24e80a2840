import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, useSearchParams } from 'react-router';
import { useFormat } from '../../lib/i18n.js';
import classes from './moderation.module.css';
import { moderationCountsQuery } from './moderators.queries.js';

const QUEUES = [
  { name: 'held', path: '/moderation' },
  { name: 'reported', path: '/moderation/reported' },
  { name: 'appeals', path: '/moderation/appeals' },
] as const;

/** The queues of moderation, each with what waits in it now. */
export function QueueTabs() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const counts = useQuery(moderationCountsQuery(search.get('department'))).data;
  return (
    <nav aria-label={t('moderation.queues.label')} className={classes.tabs}>
      {QUEUES.map(({ name, path }) => (
        <NavLink key={name} end to={{ pathname: path, search: search.toString() }} className={classes.tab ?? ''}>
          {t(`moderation.queues.${name}`)} {counts && <span>({format.count(counts[name])})</span>}
        </NavLink>
      ))}
    </nav>
  );
}
