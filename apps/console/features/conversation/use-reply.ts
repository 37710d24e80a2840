import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actedSchema, type ConversationView } from '#contracts/conversations.http.js';
import { act, UnansweredError } from '../../lib/http.js';
import { useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import { refetchAround } from './conversation.queries.js';
import { keepDraft, landingOf, newDraft, type ReplyDraft, recallDraft } from './reply-draft.js';
import { isConflict } from './use-act.js';

/** What the officer has to know before sending again. */
export type ReplyNotice = 'restored' | 'conflict' | 'uncertain' | 'alreadySent' | null;

/** The reply being written: kept on the device, sent at most once, never lost to a conflict. */
export function useReply(conversation: ConversationView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const officerId = useMe().id;
  const { id: conversationId, version, thread } = conversation;
  const [draft, setDraft] = useState<ReplyDraft>(() => recallDraft({ officerId, conversationId }) ?? newDraft());
  const [notice, setNotice] = useState<ReplyNotice>(draft.body ? 'restored' : null);
  const [isKept, setKept] = useState(true);
  const put = (next: ReplyDraft) => {
    setDraft(next);
    setKept(keepDraft({ officerId, conversationId }, next));
  };
  const send = useMutation({
    mutationFn: () =>
      act(actedSchema, {
        method: 'POST',
        path: `/conversations/${conversationId}/replies`,
        body: { version, ...draft },
      }),
    onMutate: () => setNotice(null),
    onSuccess: () => tell.done(t('conversation.done.reply')),
    onError: (error) => {
      if (isConflict(error)) return setNotice('conflict');
      if (error instanceof UnansweredError) return setNotice('uncertain');
      tell.problem(error);
    },
    onSettled: () => refetchAround(queries, conversationId),
  });
  const landing = landingOf(
    draft,
    thread.filter((entry) => entry.kind === 'reply'),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the thread says about this draft is what matters
  useEffect(() => {
    if (send.isPending || landing === 'not-sent') return;
    put(newDraft(landing === 'sent' ? '' : draft.body));
    setNotice(landing === 'sent' ? null : 'alreadySent');
  }, [landing, send.isPending]);
  return {
    body: draft.body,
    isKept,
    notice,
    isSending: send.isPending,
    write: (body: string) => put({ ...draft, body }),
    discard: () => {
      put(newDraft());
      setNotice(null);
    },
    dismiss: () => setNotice(null),
    send: () => void (send.isPending || send.mutate()),
  };
}
