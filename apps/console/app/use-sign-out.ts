import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UnansweredError } from '../lib/http.js';
import { signOut, useMe } from '../lib/session.js';
import { useTell } from '../lib/tell.js';
import type { Unsaved } from '../lib/unsaved.js';

export interface SignOut {
  isPending: boolean;
  /** What would be lost; null while it is not known or nothing would. */
  unsaved: readonly Unsaved[] | null;
  /** Saves all words first, and stays where some cannot be saved. */
  leave: () => void;
  leaveWithout: () => void;
  stay: () => void;
}

export function useSignOut(): SignOut {
  const queries = useQueryClient();
  const tell = useTell();
  const { id } = useMe();
  const [unsaved, setUnsaved] = useState<readonly Unsaved[] | null>(null);
  const leave = useMutation({
    mutationFn: async (saved: Promise<readonly Unsaved[]>) => {
      const left = await saved;
      setUnsaved(left.length > 0 ? left : null);
      if (left.length === 0) await signOut(queries);
    },
    onError: tell.problem,
  });
  return {
    isPending: leave.isPending,
    unsaved,
    leave: () => void (leave.isPending || leave.mutate(settled(id))),
    leaveWithout: () => void (leave.isPending || leave.mutate(Promise.resolve([]))),
    stay: () => setUnsaved(null),
  };
}

/** Fetched when it is needed; without the desk nobody signs out anyway. */
async function settled(officerId: string): Promise<readonly Unsaved[]> {
  const { wordsOnlyHere } = await import('./words-only-here.js').catch(() => {
    throw new UnansweredError('network');
  });
  return wordsOnlyHere(officerId);
}
