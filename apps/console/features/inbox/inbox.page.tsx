import { useTranslation } from 'react-i18next';
import { Outlet, useParams, useSearchParams } from 'react-router';
import { PageHeading } from '../../ui/page-heading.js';
import classes from './inbox.module.css';
import { filterFrom } from './inbox-filter.js';
import { InboxFilters } from './inbox-filters.js';
import { InboxList } from './inbox-list.js';
import { InboxViews } from './inbox-views.js';

/** List and conversation side by side; on a phone one at a time. */
export function InboxPage() {
  const { t } = useTranslation();
  const { conversationId } = useParams();
  const [search] = useSearchParams();
  const filter = filterFrom(search);
  const viewName = t(`inbox.views.${filter.view}`);
  return (
    <div className={classes.page} data-open={conversationId ? '' : undefined}>
      <div className="visually-hidden">
        {conversationId ? <h1>{t('inbox.title')}</h1> : <PageHeading title={`${t('inbox.title')}: ${viewName}`} />}
      </div>
      <div className={classes.side}>
        <InboxViews filter={filter} />
      </div>
      <section className={classes.list} aria-label={t('inbox.list')}>
        <InboxFilters filter={filter} />
        <InboxList filter={filter} openId={conversationId ?? null} />
      </section>
      <section className={classes.detail} aria-label={t('conversation.label')}>
        {conversationId ? <Outlet /> : <NothingOpen />}
      </section>
    </div>
  );
}

function NothingOpen() {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing}>
      <p>{t('inbox.selectOne')}</p>
      <p>{t('inbox.selectHint')}</p>
    </div>
  );
}
