import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { Notice } from '../../ui/states.js';
import { historyQuery, latestFirst } from './conversation.queries.js';
import { useHistoryWords } from './history-words.js';
import { useHolderWords } from './holder-words.js';

interface Props {
  conversation: ConversationView;
  onDismiss: () => void;
}

/** Nothing was done, because the screen was old: what it is now, and what happened last. */
export function ConflictNotice({ conversation, onDismiss }: Props) {
  const { t } = useTranslation();
  const words = useHolderWords(conversation);
  return (
    <Notice tone="warn" title={t('conversation.conflict.title')}>
      <p>{t('conversation.conflict.now', words)}</p>
      <LastEvent conversationId={conversation.id} />
      <Button size="xs" variant="default" onClick={onDismiss}>
        {t('conversation.conflict.dismiss')}
      </Button>
    </Notice>
  );
}

/** What happened last, so that a changed version has an explanation. */
export function LastEvent({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useHistoryWords();
  const history = useQuery(historyQuery(conversationId));
  const last = history.data && latestFirst(history.data.items)[0];
  if (!last) return null;
  return <p>{t('conversation.conflict.last', { what: wordsOf(last).what, time: format.dateTime(last.at) })}</p>;
}
