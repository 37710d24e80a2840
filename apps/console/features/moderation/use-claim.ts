import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CLAIM_BEAT_SECONDS, moderationClaimsSchema } from '#contracts/moderators.http.js';
import { act, order } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

/** Tells the other moderators which message is open here, for as long as somebody looks; null: none. */
export function useClaim(messageId: string | null): { takeOver: (messageId: string) => void } {
  const queries = useQueryClient();
  const hold = async (id: string, takeOver: boolean) => {
    const body = { takeOver };
    await act(moderationClaimsSchema, { method: 'PUT', path: `/moderation/claims/${id}`, body }).catch(passOver);
    await queries.invalidateQueries({ queryKey: keys.claims });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another message is another claim
  useEffect(() => {
    if (messageId === null) return;
    const beat = () => {
      if (document.visibilityState === 'visible') void hold(messageId, false);
    };
    beat();
    const timer = setInterval(beat, CLAIM_BEAT_SECONDS * 1_000);
    return () => {
      clearInterval(timer);
      void order({ method: 'DELETE', path: `/moderation/claims/${messageId}` }).catch(passOver);
    };
  }, [messageId]);
  return { takeOver: (id) => void hold(id, true) };
}

/** A beat that is lost is made up for by the next, and what was not let go is forgotten in half a minute. */
function passOver(): void {}
