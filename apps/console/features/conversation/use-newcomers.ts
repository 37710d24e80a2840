import { useState } from 'react';
import { z } from 'zod';
import { type ConversationView, type ThreadEntry, threadEntrySchema } from '#contracts/conversations.http.js';
import type { Problem } from '#contracts/problems.js';

interface Seen {
  lastEntryId: string | null;
  ids: ReadonlySet<string>;
}

const somethingNewSchema = z.object({ lastEntryId: z.uuid(), entries: z.array(threadEntrySchema).catch([]) });

export interface Newcomers {
  entries: readonly ThreadEntry[];
  /** A send was refused because of them. */
  isRefused: boolean;
  /** What a send names as read. */
  lastEntryId: string | null;
  /** Everything that is there now has been read; the last of it. */
  read: () => string | null;
  refused: (problem: Problem) => void;
}

/** What others have written since the officer began to: while nothing is written, what is on the screen counts as read. */
export function useNewcomers(conversation: ConversationView, isWriting: boolean): Newcomers {
  const [seen, setSeen] = useState<Seen>(() => seenIn(conversation));
  const [refusal, setRefusal] = useState<{ lastEntryId: string; entries: ThreadEntry[] } | null>(null);
  if (!isWriting && seen.lastEntryId !== conversation.lastEntryId) setSeen(seenIn(conversation));
  if (!isWriting && refusal) setRefusal(null);
  const inThread = conversation.thread.filter((entry) => isWord(entry) && !seen.ids.has(entry.id));
  const onlyToldOf = (refusal?.entries ?? []).filter(
    ({ id }) => !seen.ids.has(id) && !inThread.some((one) => one.id === id),
  );
  return {
    entries: [...inThread, ...onlyToldOf],
    isRefused: refusal !== null,
    lastEntryId: seen.lastEntryId,
    read: () => {
      const now = seenIn(conversation);
      const told = refusal && !now.ids.has(refusal.lastEntryId) ? refusal : null;
      const lastEntryId = told?.lastEntryId ?? now.lastEntryId;
      setSeen({ lastEntryId, ids: new Set([...now.ids, ...(told?.entries ?? []).map(({ id }) => id)]) });
      setRefusal(null);
      return lastEntryId;
    },
    refused: (problem) => {
      const told = somethingNewSchema.safeParse(problem.current);
      if (told.success) setRefusal(told.data);
    },
  };
}

function seenIn({ lastEntryId, thread }: ConversationView): Seen {
  return { lastEntryId, ids: new Set(thread.map(({ id }) => id)) };
}

/** Notes and letters that are still being written do not reach the citizen: they hold nothing up. */
function isWord(entry: ThreadEntry): boolean {
  if (entry.kind === 'letter') return entry.status === 'published';
  return entry.kind === 'message' || entry.kind === 'reply';
}
