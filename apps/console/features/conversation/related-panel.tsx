import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Duplicate, Related, RelatedView } from '#contracts/merging.http.js';
import { useFormat } from '../../lib/i18n.js';
import { useTell } from '../../lib/tell.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import classes from './conversation.module.css';
import { MergeDialog } from './merge-dialog.js';
import { relatedQuery } from './merging.queries.js';
import { mergingProblemWords } from './merging-words.js';
import styles from './related.module.css';
import { RelatedRow } from './related-row.js';
import { useMerging } from './use-merging.js';

/** What else there is of this citizen and of this matter, and what can be done about it. */
export function RelatedPanel({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const related = useQuery(relatedQuery(conversation.id));
  return (
    <section className={classes.panel} aria-labelledby="related">
      <h3 id="related" className={classes.panelTitle}>
        {t('merging.related.title')}
      </h3>
      {related.isPending && <Loading />}
      {related.isLoadingError && <Failure error={related.error} onRetry={() => void related.refetch()} />}
      {related.isRefetchError && <RefetchFailure error={related.error} onRetry={() => void related.refetch()} />}
      {related.data && <Groups conversation={conversation} related={related.data} />}
    </section>
  );
}

function Groups({ conversation, related }: { conversation: ConversationView; related: RelatedView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { merged, splitFrom, splitOff, duplicates, others } = related;
  const shown = new Set(duplicates.map(({ id }) => id));
  const rest = others.filter(({ id }) => !shown.has(id));
  return (
    <>
      <Group title={t('merging.related.merged')} rows={merged}>
        {(row) => (
          <RelatedRow
            key={row.id}
            related={row}
            because={[
              t('merging.related.mergedBy', { name: row.mergedBy, time: format.dateTime(row.mergedAt) }),
              row.reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {conversation.may.merge && <TakeOut row={row} />}
          </RelatedRow>
        )}
      </Group>
      <Group title={t('merging.related.splitFrom')} rows={splitFrom ? [splitFrom] : []}>
        {(row) => <RelatedRow key={row.id} related={row} />}
      </Group>
      <Group title={t('merging.related.splitOff')} rows={splitOff.filter(({ status }) => status !== 'merged')}>
        {(row) => (
          <RelatedRow key={row.id} related={row}>
            {conversation.may.merge && <Join row={row} conversation={conversation} />}
          </RelatedRow>
        )}
      </Group>
      <Group title={t('merging.related.duplicates')} rows={duplicates}>
        {(row) => (
          <RelatedRow key={row.id} related={row} because={<Because row={row} />}>
            {conversation.may.merge && <MergeWith row={row} conversation={conversation} />}
          </RelatedRow>
        )}
      </Group>
      {rest.length > 0 || duplicates.length > 0 ? (
        <Group title={t('merging.related.others')} rows={rest}>
          {(row) => <RelatedRow key={row.id} related={row} />}
        </Group>
      ) : (
        <p className={classes.dim}>{t('merging.related.noOthers')}</p>
      )}
    </>
  );
}

function Group<Row extends Related>(props: { title: string; rows: readonly Row[]; children: (row: Row) => ReactNode }) {
  const { title, rows, children } = props;
  if (rows.length === 0) return null;
  return (
    <div className={styles.group}>
      <h4 className={styles.title}>{title}</h4>
      <ul className={styles.rows}>{rows.map(children)}</ul>
    </div>
  );
}

export function Because({ row: { because, likeness } }: { row: Duplicate }) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(likeness);
  return <>{t(`merging.related.because.${because}`, { percent })}</>;
}

/** The undo of a merge, from where it is carried on. */
function TakeOut({ row: { id, version } }: { row: Related }) {
  const { t } = useTranslation();
  return (
    <Act
      words={t('merging.acts.unmerge')}
      done={t('merging.merged.undone')}
      order={{ verb: 'unmerge', id, body: { version } }}
    />
  );
}

/** The undo of a split. */
function Join({ row: { id, version }, conversation }: { row: Related; conversation: ConversationView }) {
  const { t } = useTranslation();
  const body = { version, intoId: conversation.id, intoVersion: conversation.version };
  return <Act words={t('merging.related.join')} done={t('merging.dialog.done')} order={{ verb: 'merge', id, body }} />;
}

interface ActProps {
  words: string;
  done: string;
  order: Parameters<ReturnType<typeof useMerging>['mutate']>[0];
}

function Act({ words, done, order }: ActProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const merging = useMerging();
  const run = () =>
    void merging.mutateAsync(order).then(
      () => tell.done(done),
      (error) => tell.hint(mergingProblemWords(t, error)),
    );
  return (
    <Button size="compact-xs" variant="default" loading={merging.isPending} onClick={run}>
      {words}
    </Button>
  );
}

function MergeWith({ row, conversation }: { row: Related; conversation: ConversationView }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
        {t('merging.related.merge')}
      </Button>
      {isAsked && <MergeDialog conversation={conversation} chosen={row} onClose={() => setAsked(false)} />}
    </>
  );
}
