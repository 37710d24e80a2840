import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { INBOX_VIEWS } from '#contracts/inbox.http.js';
import { countsQuery } from '../../lib/counts.js';
import { useFormat } from '../../lib/i18n.js';
import { type InboxFilter, questionFrom, SAVED, searchOfView } from './inbox-filter.js';
import classes from './inbox-views.module.css';
import { SavedViews } from './saved-views-list.js';

export function InboxViews({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const counts = useQuery(countsQuery);
  const isSavedOpen = search.has(SAVED);
  return (
    <nav aria-label={t('inbox.viewsLabel')} className={classes.views}>
      {INBOX_VIEWS.map((view) => (
        <Link
          key={view}
          to={{ pathname: '/inbox', search: searchOfView(view, filter, questionFrom(search)) }}
          className={classes.view}
          aria-current={filter.view === view && !isSavedOpen ? 'page' : undefined}
          data-late={view === 'overdue' && counts.data && counts.data.overdue > 0 ? '' : undefined}
        >
          <span>{t(`inbox.views.${view}`)}</span>
          <span className={classes.viewCount}>{counts.data ? format.count(counts.data[view]) : '–'}</span>
        </Link>
      ))}
      <SavedViews />
    </nav>
  );
}
