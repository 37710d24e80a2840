import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takenBackSchema } from '#contracts/replies.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { refetchAround } from './conversation.queries.js';

const TICK_MS = 250;

/** By the desk's clock: the device's own may be wrong, but it runs at the same pace. In milliseconds. */
export function leavesAt({ leavesInMs }: { leavesInMs: number | null }, readAt: number): number {
  return readAt + (leavesInMs ?? 0);
}

export function useSecondsTo(at: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1_000));
}

/** Back into the composer, wherever on the page or off it that was pressed. */
export function useTakeBack(conversationId: string, replyId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: () =>
      act(takenBackSchema, { method: 'DELETE', path: `/conversations/${conversationId}/replies/${replyId}` }),
    onSuccess: ({ draft }) => {
      if (draft) queries.setQueryData(keys.draft(conversationId), draft);
      tell.done(t(draft ? 'replies.takenBack' : 'replies.takenBackForColleague'));
      if (draft) focusComposer();
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.code === 'already-left')
        return tell.hint(t('replies.hasLeft'));
      tell.problem(error);
    },
    onSettled: () => refetchAround(queries, conversationId),
  });
}

/** Where work goes on: at the words that came back, once they are there. */
function focusComposer(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-composer] textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, 50);
}
