import { useTranslation } from 'react-i18next';
import { Outlet, useParams, useSearchParams } from 'react-router';
import { PageHeading } from '../../ui/page-heading.js';
import { BulkStrip } from './bulk-strip.js';
import classes from './inbox.module.css';
import { filterFrom, questionFrom } from './inbox-filter.js';
import { InboxFilters } from './inbox-filters.js';
import { InboxList } from './inbox-list.js';
import { InboxViews } from './inbox-views.js';
import { MissingNotice } from './missing-notice.js';
import { NextButton } from './next-button.js';
import { useOpenedView } from './saved-views.js';
import { SearchField } from './search-field.js';

/** List and conversation side by side; on a phone one at a time. */
export function InboxPage() {
  const { t } = useTranslation();
  const { conversationId } = useParams();
  const [search] = useSearchParams();
  const filter = filterFrom(search);
  const opened = useOpenedView();
  const viewName = opened?.name ?? t(`inbox.views.${filter.view}`);
  return (
    <div className={classes.page} data-open={conversationId ? '' : undefined}>
      <div className="visually-hidden">
        {conversationId ? (
          <h1>{t('inbox.title')}</h1>
        ) : (
          <PageHeading title={`${t('inbox.title')}: ${viewName}`} subject={opened?.id ?? filter.view} />
        )}
      </div>
      <div className={classes.side}>
        <InboxViews filter={filter} />
      </div>
      <section className={classes.list} aria-label={t('inbox.list')}>
        <NextButton departments={filter.department} />
        <SearchField />
        <InboxFilters filter={filter} />
        <BulkStrip />
        <MissingNotice />
        <InboxList filter={filter} question={questionFrom(search)} openId={conversationId ?? null} />
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
