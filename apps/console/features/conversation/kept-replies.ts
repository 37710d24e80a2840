import { draftSchema } from '#contracts/replies.http.js';
import { isEmptyDraft, textOfDraft } from '#domain/replies/draft-words.js';
import { act } from '../../lib/http.js';
import { keysOf } from '../../lib/storage.js';
import type { Unsaved } from '../../lib/unsaved.js';
import { type DraftOwner, forgetReply, type KeptReply, recallReply, wordsIn } from './reply-draft.js';

interface Kept {
  owner: DraftOwner;
  reply: KeptReply;
}

/** Brings to the desk what was written on this device, perhaps hours ago and without a network. */
export async function saveKeptReplies(officerId: string): Promise<void> {
  await Promise.allSettled(unsavedOf(officerId).map(save));
}

export function unsavedReplies(officerId: string): Unsaved[] {
  return unsavedOf(officerId).map(({ owner, reply }) => ({
    kind: 'reply',
    at: `/conversations/${owner.conversationId}`,
    text: textOfDraft(reply),
  }));
}

function unsavedOf(officerId: string): Kept[] {
  return keysOf(officerId, 'reply').flatMap((key) => {
    const owner = { officerId, conversationId: key.split(':')[3] ?? '' };
    const reply = recallReply(owner);
    return reply && !reply.isSaved && !isEmptyDraft(reply) ? [{ owner, reply }] : [];
  });
}

/** Words that the desk has newer ones of stay here: their officer has to choose. */
async function save({ owner, reply }: Kept): Promise<void> {
  const path = `/conversations/${encodeURIComponent(owner.conversationId)}/draft`;
  await act(draftSchema, { method: 'PUT', path, body: { version: reply.version, ...wordsIn(reply) } });
  forgetReply(owner);
}
