import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { draftSchema } from '#contracts/replies.http.js';
import { isEmptyDraft, joinedDraft, NO_WORDS, textOfDraft } from '#domain/replies/draft-words.js';
import { act, read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import { draftQuery } from './draft.queries.js';
import { keepReply, newReply, recallReply, wordsIn } from './reply-draft.js';
import { useConversationAddress } from './use-merging.js';

/** What the officer had written in a conversation that was merged, and how it comes into the survivor's reply. */
export function useMoveDraft(conversationId: string, survivor: { id: string; reference: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const addressOf = useConversationAddress();
  const tell = useTell();
  const owner = { officerId: useMe().id, conversationId };
  const onDesk = useQuery(draftQuery(conversationId)).data;
  const kept = recallReply(owner);
  const words = kept && !kept.isSaved && !isEmptyDraft(kept) ? kept : (onDesk ?? NO_WORDS);
  const move = useMutation({
    // The words leave the old place only when the new one has them.
    mutationFn: async () => {
      const path = `/conversations/${survivor.id}/draft`;
      const there = await read(path, draftSchema);
      const joined = wordsIn(joinedDraft(there, words));
      const moved = await act(draftSchema, { method: 'PUT', path, body: { version: there.version, ...joined } });
      queries.setQueryData(keys.draft(survivor.id), moved);
    },
    onSuccess: async () => {
      keepReply(owner, newReply());
      await emptied(conversationId, onDesk?.version ?? 0).catch(() => undefined);
      await queries.invalidateQueries({ queryKey: keys.draft(conversationId), exact: true });
      tell.done(t('merging.merged.moved', { reference: survivor.reference }));
      void navigate(addressOf(survivor.id));
    },
    onError: (error) => tell.problem(error),
  });
  return { text: textOfDraft(words), isMoving: move.isPending, move: () => move.mutate() };
}

function emptied(conversationId: string, version: number) {
  return act(draftSchema, {
    method: 'PUT',
    path: `/conversations/${conversationId}/draft`,
    body: { version, ...NO_WORDS },
  });
}
