export const VISIBILITIES = ['public', 'pseudonym', 'department'] as const;
/** What the citizen chose: shown with the name, shown without it, or for the department's eyes only. */
export type Visibility = (typeof VISIBILITIES)[number];

export const MODERATION_STATES = ['screening', 'held', 'visible', 'redacted', 'hidden', 'rejected'] as const;
/** What moderation made of it. `screening` is not yet looked at, `rejected` not taken up: nobody outside sees either. */
export type ModerationState = (typeof MODERATION_STATES)[number];

/**
 * `author` is the citizen who wrote it, through the private tracking link; `keeper` the officers who may read sealed
 * originals: the moderators of the department, and who has the conversation.
 */
export type Audience = 'public' | 'author' | 'staff' | 'keeper';

export interface Moderated {
  visibility: Visibility;
  state: ModerationState;
}

/**
 * `full`: text and name; `pseudonym`: text, no name; `tombstone`: only that something was there; `nothing`. Of a redacted
 * message the text is the one with blocks, unless `readsOriginal` says otherwise.
 */
export type Sight = 'full' | 'pseudonym' | 'tombstone' | 'nothing';

/** The one visibility gate: every output asks it, for each message, before a word of it leaves. */
export function sightOf(audience: Audience, message: Moderated): Sight {
  if (audience !== 'public') return 'full';
  if (message.visibility === 'department') return 'nothing';
  if (message.state === 'hidden') return 'tombstone';
  if (message.state !== 'visible' && message.state !== 'redacted') return 'nothing';
  return message.visibility === 'pseudonym' ? 'pseudonym' : 'full';
}

/** Whether what was written may be read where something is covered; the others read the text with blocks. */
export function readsOriginal(audience: Audience): boolean {
  return audience === 'author' || audience === 'keeper';
}

/**
 * A conversation is on the public site only when the message that opened it can be read there: then its title, its
 * place in lists and its replies may be shown too.
 */
export function isConversationPublic(opening: Moderated): boolean {
  const sight = sightOf('public', opening);
  return sight === 'full' || sight === 'pseudonym';
}

/**
 * A reply belongs to the message that it answers, the last that was received before it: what a citizen wrote for the
 * department's eyes is not answered in public. Null where the message is not known (an imported dialogue): then the
 * conversation decides.
 */
export function isReplyPublic(answers: Visibility | null): boolean {
  return answers !== 'department';
}
