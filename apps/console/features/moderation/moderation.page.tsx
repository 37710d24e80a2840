import { Button, NativeSelect, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { moderationQueueSchema } from '#contracts/moderation.http.js';
import { countsQuery } from '../../lib/counts.js';
import { read, withQuery } from '../../lib/http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { firstPage } from '../../lib/paging.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { HeldList } from './held-list.js';
import { HideProposals } from './hide-proposals.js';
import classes from './moderation.module.css';

const heldQuery = (department: string | null) =>
  infiniteQueryOptions({
    queryKey: keys.heldIn(department),
    queryFn: ({ pageParam, signal }) =>
      read(withQuery('/moderation/queue', { department, cursor: pageParam, limit: 25 }), moderationQueueSchema, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export function ModerationPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const held = useInfiniteQuery(heldQuery(search.get('department')));
  const items = held.data?.pages.flatMap((page) => page.items);
  return (
    <div className={classes.page}>
      <PageHeading title={t('moderation.title')} />
      <Text c="dimmed">{t('moderation.lead')}</Text>
      <AppealsLink />
      <Link to="/moderation/reasons">{t('decisions.catalogue.link')}</Link>
      <DepartmentFilter />
      <HideProposals department={search.get('department')} />
      {held.isPending && <Loading />}
      {held.isLoadingError && <Failure error={held.error} onRetry={() => void held.refetch()} />}
      {held.isRefetchError && <RefetchFailure error={held.error} onRetry={() => void held.refetch()} />}
      {items?.length === 0 && <Empty>{t('moderation.empty')}</Empty>}
      {items && <HeldList items={items} />}
      {held.hasNextPage && (
        <Button variant="default" loading={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>
          {t('moderation.more')}
        </Button>
      )}
    </div>
  );
}

function AppealsLink() {
  const { t } = useTranslation();
  const format = useFormat();
  const waiting = useQuery(countsQuery).data?.appeals;
  const words = waiting ? t('appeals.linkWaiting', { number: format.count(waiting) }) : t('appeals.link');
  return <Link to="/moderation/appeals">{words}</Link>;
}

function DepartmentFilter() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { departments } = useMe();
  const [search, setSearch] = useSearchParams();
  const field = useRef<HTMLSelectElement>(null);
  const isShown = departments.length > 1;
  useShortcuts('page', {
    filter: { keys: ['/'], words: t('keys.acts.filter'), run: isShown ? () => field.current?.focus() : undefined },
  });
  if (!isShown) return null;
  return (
    <NativeSelect
      ref={field}
      maw="20rem"
      label={t('moderation.department')}
      value={search.get('department') ?? ''}
      onChange={(event) => setSearch(event.currentTarget.value ? { department: event.currentTarget.value } : {})}
    >
      <option value="">{t('moderation.everyDepartment')}</option>
      {departments.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {localised(name)}
        </option>
      ))}
    </NativeSelect>
  );
}
