import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { useTell } from '../../lib/tell.js';
import { Notice } from '../../ui/states.js';
import { historyQuery, latestFirst } from './conversation.queries.js';
import { mergingProblemWords } from './merging-words.js';
import styles from './related.module.css';
import { useConversationAddress, useMerging } from './use-merging.js';
import { useMoveDraft } from './use-move-draft.js';

/** Said plainly to whoever has it open while it is merged: what happened, where it goes on, and whose words are kept. */
export function MergedNotice({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const addressOf = useConversationAddress();
  const { mergedInto } = conversation;
  if (!mergedInto) return null;
  const { id, reference } = mergedInto;
  return (
    <div className={styles.onTop}>
      <Notice tone="warn" title={t('merging.merged.title', { reference })}>
        <ByWhom conversationId={conversation.id} />
        <p>{t('merging.merged.text')}</p>
        <Group gap="xs">
          <Button component={Link} to={addressOf(id)} size="xs">
            {t('merging.merged.open', { reference })}
          </Button>
          <TakeDraftAlong conversation={conversation} survivor={mergedInto} />
          {conversation.may.unmerge && <Unmerge conversation={conversation} />}
        </Group>
      </Notice>
    </div>
  );
}

function ByWhom({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const items = useQuery(historyQuery(conversationId)).data?.items ?? [];
  const merge = latestFirst(items).find(({ type }) => type === 'conversation.merged');
  if (!merge?.actor.name) return null;
  return <p>{t('merging.merged.byWhom', { name: merge.actor.name, time: format.dateTime(merge.at) })}</p>;
}

function Unmerge({ conversation: { id, version } }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const tell = useTell();
  const merging = useMerging();
  // The button is gone before the answer's news are told: they must not depend on it.
  const unmerge = () =>
    void merging.mutateAsync({ verb: 'unmerge', id, body: { version } }).then(
      () => tell.done(t('merging.merged.undone')),
      (error) => tell.hint(mergingProblemWords(t, error)),
    );
  return (
    <Button size="xs" variant="default" loading={merging.isPending} onClick={unmerge}>
      {t('merging.acts.unmerge')}
    </Button>
  );
}

interface TakeDraftProps {
  conversation: ConversationView;
  survivor: { id: string; reference: string };
}

/** The words themselves are still in the field where they were written. */
function TakeDraftAlong({ conversation, survivor }: TakeDraftProps) {
  const { t } = useTranslation();
  const draft = useMoveDraft(conversation.id, survivor);
  if (!draft.text) return null;
  return (
    <Button size="xs" variant="default" loading={draft.isMoving} onClick={draft.move}>
      {t('merging.merged.move', { reference: survivor.reference })}
    </Button>
  );
}
