import { useEffect, useEffectEvent } from 'react';

type Take = (words: string) => void;

const takers = new Map<string, Take>();

/** Puts words where the cursor is in the reply that is being written. False where none is being written. */
export function offerWords(conversationId: string, words: string): boolean {
  const take = takers.get(conversationId);
  take?.(words);
  return take !== undefined;
}

/** The composer of a conversation takes words from elsewhere on the page: a canned reply, an answer to borrow from. */
export function useOfferedWords(conversationId: string, take: Take | undefined): void {
  const onOffered = useEffectEvent((words: string) => take?.(words));
  const isTaking = take !== undefined;
  useEffect(() => {
    if (!isTaking) return;
    const own = (words: string) => onOffered(words);
    takers.set(conversationId, own);
    return () => {
      if (takers.get(conversationId) === own) takers.delete(conversationId);
    };
  }, [conversationId, isTaking]);
}
