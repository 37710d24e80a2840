import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import { cannedRepliesQuery } from '../../lib/canned-replies.js';
import { cannedFor } from '../../lib/canned-search.js';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { CannedCard } from './canned-card.js';
import { CannedDialog } from './canned-dialog.js';
import classes from './canned-replies.module.css';

/** Stands for the officer's own in the choice of departments; no slug is empty. */
const MINE = 'mine:';

export function CannedRepliesPage() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const me = useMe();
  const all = useQuery(cannedRepliesQuery);
  const [query, setQuery] = useState('');
  const [whose, setWhose] = useState('');
  const [editing, setEditing] = useState<CannedReplyView | 'new' | null>(null);
  const isShown = ({ department }: CannedReplyView) =>
    whose === '' || (whose === MINE ? department === null : department?.slug === whose);
  const found = cannedFor(query, (all.data?.items ?? []).filter(isShown));
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <PageHeading title={t('canned.title')} order={1} />
        <Button onClick={() => setEditing('new')}>{t('canned.new')}</Button>
      </div>
      <p>{t('canned.lead')}</p>
      <Group gap="sm" align="end" mb="md">
        <TextInput
          className={classes.search}
          label={t('canned.filter')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('canned.department')}
          value={whose}
          onChange={(event) => setWhose(event.currentTarget.value)}
        >
          <option value="">{t('canned.everyone')}</option>
          <option value={MINE}>{t('canned.mine')}</option>
          {me.departments.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {localised(name)}
            </option>
          ))}
        </NativeSelect>
      </Group>
      {all.isPending && <Loading />}
      {all.isLoadingError && <Failure error={all.error} onRetry={() => void all.refetch()} />}
      {all.isRefetchError && <RefetchFailure error={all.error} onRetry={() => void all.refetch()} />}
      {all.data && found.length === 0 && (
        <Empty>{query.trim() ? t('canned.noneFound', { query: query.trim() }) : t('canned.none')}</Empty>
      )}
      <ul className={classes.list} aria-label={t('canned.title')}>
        {found.map((reply) => (
          <CannedCard key={reply.id} reply={reply} onEdit={() => setEditing(reply)} />
        ))}
      </ul>
      {editing && <CannedDialog reply={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
