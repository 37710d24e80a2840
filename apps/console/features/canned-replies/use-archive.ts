import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CannedReplyView, cannedReplySchema } from '#contracts/canned-replies.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { useUndoOffer } from '../../lib/undo-offer.js';

interface Order {
  reply: Pick<CannedReplyView, 'id' | 'version'>;
  verb: 'archive' | 'restore';
}

/** Archives at once, and offers to take it back. */
export function useArchive() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const offerUndo = useUndoOffer();
  const archive = useMutation({
    mutationFn: ({ reply: { id, version }, verb }: Order) =>
      act(cannedReplySchema, { method: 'POST', path: `/canned-replies/${id}/${verb}`, body: { version } }),
    onSuccess: (reply, { verb }) => {
      if (verb === 'restore') return tell.done(t('canned.restored'));
      const undo = () => archive.mutate({ reply, verb: 'restore' });
      offerUndo({ id: `archived-${reply.id}`, message: t('canned.archived'), undo });
    },
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.cannedReplies }),
  });
  return archive;
}
