import { isConversationPublic, type ModerationState, type Visibility } from '../moderation/visibility.js';

/** Why messages cannot become a conversation of their own. */
export const SPLIT_OBSTACLES = [
  'nothing-chosen',
  'not-its-own',
  'opening',
  'several-citizens',
  'not-screened',
  'would-publish',
] as const;
export type SplitObstacle = (typeof SPLIT_OBSTACLES)[number];

export interface ChosenMessage {
  id: string;
  citizenId: string;
  visibility: Visibility;
  state: ModerationState;
}

/**
 * What stands in the way of splitting off the chosen messages; null for nothing. The message that opened a conversation
 * stays with it, and a follow-up to what the public may not read is not published by giving it a page.
 */
export function obstacleToSplit(
  messageIds: readonly string[],
  { own, opening }: { own: readonly ChosenMessage[]; opening: ChosenMessage },
): SplitObstacle | null {
  const chosen = own.filter(({ id }) => messageIds.includes(id));
  if (messageIds.length === 0) return 'nothing-chosen';
  if (messageIds.includes(opening.id)) return 'opening';
  if (chosen.length < messageIds.length) return 'not-its-own';
  if (new Set(chosen.map(({ citizenId }) => citizenId)).size > 1) return 'several-citizens';
  if (chosen.some(({ state }) => state === 'screening' || state === 'held' || state === 'rejected'))
    return 'not-screened';
  return !isConversationPublic(opening) && chosen.some(({ visibility }) => visibility !== 'department')
    ? 'would-publish'
    : null;
}
