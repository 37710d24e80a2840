import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { actedSchema, type ConversationView } from '#contracts/conversations.http.js';
import { type DraftView, type SentReply, sentReplySchema } from '#contracts/replies.http.js';
import { type DraftWords, isEmptyDraft, NO_WORDS } from '#domain/replies/draft-words.js';
import { endOfDay, HOLDING_OBSTACLES } from '#domain/replies/holding.js';
import { act, ProblemError, UnansweredError } from '../../lib/http.js';
import { useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import { newId } from '../../lib/uuid.js';
import { refetchAround } from './conversation.queries.js';
import { focusUndo } from './leaving-reply.js';
import { landingOf, newReply, recallReply } from './reply-draft.js';
import { isConflict } from './use-act.js';
import { savedFrom, useDraft } from './use-draft.js';
import { useNewcomers } from './use-newcomers.js';

/** What the officer has to know before sending again. */
export type ReplyNotice = 'restored' | 'conflict' | 'uncertain' | 'alreadySent' | null;

/** The reply being written: kept on the desk and on the device, sent at most once, never lost to a conflict. */
export function useReply(conversation: ConversationView, onDesk: DraftView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const { id: conversationId, version, thread, may } = conversation;
  const owner = { officerId: useMe().id, conversationId };
  const [kept] = useState(() => recallReply(owner) ?? newReply());
  const replyId = useRef(kept.replyId);
  const draft = useDraft(owner, { onDesk, kept, replyId: () => replyId.current });
  const { editor, state } = draft;
  const words = state.text;
  const { body } = words;
  const hasBegun = !isEmptyDraft(words);
  const [notice, setNotice] = useState<ReplyNotice>(hasBegun ? 'restored' : null);
  const newcomers = useNewcomers(conversation, hasBegun);
  /** A text that was sent or taken back is over; the next one is another reply. */
  const goOn = (next: Omit<DraftView, 'updatedAt'>) => {
    replyId.current = newId();
    editor.become(savedFrom(next));
  };
  const send = useMutation({
    mutationFn: async (lastEntryId: string | null): Promise<SentReply> => {
      const path = `/conversations/${conversationId}`;
      if (!may.reply) await claim(conversationId, version);
      await editor.flush();
      const said = orderOf(editor.state().text, conversation.department.timeZone);
      const order = { replyId: replyId.current, ...said, lastEntryId };
      return act(sentReplySchema, { method: 'POST', path: `${path}/replies`, body: order });
    },
    onMutate: () => setNotice(null),
    onSuccess: ({ reply, draft: left }) => {
      goOn(left);
      if (reply.leavesInMs === null) tell.done(t('conversation.done.reply'));
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'something-new')
        return newcomers.refused(error.problem);
      const obstacle = obstacleIn(error);
      if (obstacle) return tell.hint(t(`waiting.obstacle.${obstacle}`));
      if (isConflict(error)) return setNotice('conflict');
      if (error instanceof UnansweredError) return setNotice('uncertain');
      if (!isOtherText(error)) tell.problem(error);
    },
    onSettled: async (sent) => {
      await refetchAround(queries, conversationId);
      if (sent?.reply.leavesInMs) setTimeout(focusUndo, 0, sent.reply.id);
    },
  });
  const landing = landingOf(
    { replyId: replyId.current, ...words },
    thread.filter((entry) => entry.kind === 'reply'),
    conversation.department.timeZone,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the thread says about this reply is what matters
  useEffect(() => {
    if (send.isPending || landing === 'not-sent') return;
    const isThere = landing === 'sent';
    replyId.current = newId();
    editor.write(isThere ? NO_WORDS : words);
    setNotice(isThere ? null : 'alreadySent');
  }, [landing, send.isPending]);
  return {
    body,
    words,
    hasBegun,
    draft,
    notice,
    newcomers,
    isSending: send.isPending,
    write: (text: string) => editor.write({ ...editor.state().text, body: text }),
    change: (part: Partial<DraftWords>) => editor.write({ ...editor.state().text, ...part }),
    takenBack: goOn,
    discard: () => {
      editor.write(NO_WORDS);
      setNotice(null);
    },
    dismiss: () => setNotice(null),
    send: () => void (send.isPending || send.mutate(newcomers.lastEntryId)),
    /** With what is new on the screen: it counts as read. */
    sendAnyway: () => {
      const lastEntryId = newcomers.read();
      void (send.isPending || send.mutate(lastEntryId));
    },
  };
}

/** What the words are to be: only a holding reply names a day, which lasts to its end in the department. */
function orderOf({ kind, body, holdingDate, holdingReason }: DraftWords, timeZone: string) {
  if (kind !== 'holding') return { kind, body };
  const until = holdingDate === null ? null : endOfDay(holdingDate, timeZone);
  return { kind, body, until: until?.toISOString(), reason: holdingReason.trim() };
}

const obstacleSchema = z.object({ why: z.enum(HOLDING_OBSTACLES) });

/** A colleague has taken more time already, or the promises have changed: nothing that sending anyway would help. */
function obstacleIn(error: unknown) {
  return obstacleSchema.safeParse(error instanceof ProblemError && error.problem.current).data?.why;
}

const queuedSchema = z.object({ status: z.literal('queued'), version: z.int() });

/** A newer version that nobody has taken is as good: what is new in it is asked about when the reply is sent. */
async function claim(conversationId: string, version: number): Promise<void> {
  const order = (seen: number) =>
    act(actedSchema, { method: 'POST', path: `/conversations/${conversationId}/claim`, body: { version: seen } });
  try {
    await order(version);
  } catch (error) {
    const now = queuedSchema.safeParse(error instanceof ProblemError && error.problem.current);
    if (!now.success || now.data.version === version) throw error;
    await order(now.data.version);
  }
}

export type Reply = ReturnType<typeof useReply>;

/** Sent under this id was an earlier text: the thread shows it, and the words of now become another reply. */
function isOtherText(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.errors?.some(({ field }) => field === 'replyId') === true;
}
