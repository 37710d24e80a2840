export const REPLY_STATES = ['waiting', 'sent', 'taken-back'] as const;
/** A reply waits for a moment before it leaves; only one that was sent is public, counts as an answer, or is in a figure. */
export type ReplyState = (typeof REPLY_STATES)[number];

export const UNDO_SECONDS_LIMIT = 120;

/**
 * When a reply leaves, in the order in which the officer sent them: never before one that waits already.
 * `undoSeconds` of 0 is now.
 */
export function leavesAt(now: Date, { undoSeconds, waitingUntil }: { undoSeconds: number; waitingUntil: Date | null }) {
  const own = now.getTime() + undoSeconds * 1_000;
  return new Date(Math.max(own, waitingUntil?.getTime() ?? 0));
}

export type TakingBack = 'take-back' | 'taken-back-already' | 'has-left';

/** As long as it waits it can be taken back, also past its time while no worker was there to send it. */
export function takingBack(state: ReplyState): TakingBack {
  if (state === 'waiting') return 'take-back';
  return state === 'sent' ? 'has-left' : 'taken-back-already';
}
