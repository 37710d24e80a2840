/** What the desk may refuse; each code has a stable meaning at the edges (contracts/problems.ts maps it to a status). */
export type RefusalCode =
  | 'invalid'
  | 'unauthenticated'
  | 'another-officer'
  | 'forbidden'
  | 'not-found'
  | 'wrong-state'
  | 'stale-version'
  | 'already-claimed'
  | 'merged'
  | 'not-mergeable'
  | 'not-splittable'
  | 'own-text'
  | 'two-needed'
  | 'own-decision'
  | 'something-new'
  | 'already-left'
  | 'reply-waiting'
  | 'limit-reached'
  | 'too-large'
  | 'too-many-requests'
  | 'unavailable';

export interface RefusalDetail {
  /** The sentence that the caller is shown, in English; consoles translate by code. */
  detail?: string;
  /** The field at fault, with the reason. */
  errors?: { field: string; reason: string }[];
  /** The current state, so that the caller can show it instead of guessing. */
  current?: Record<string, unknown>;
}

/** An expected "no". Anything else that is thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly info: RefusalDetail = {},
  ) {
    super(info.detail ?? code);
    this.name = 'Refusal';
  }
}
