import type { AppealView } from '#contracts/appeals.http.js';

export const ACTS = ['ask', 'overturned', 'upheld'] as const;
export type Act = (typeof ACTS)[number];

/** What the moderator may do with it, in the order in which it is offered. The api decides again. */
export function actsOn({ mayDecide, canAnswer, status }: AppealView): Act[] {
  if (!mayDecide) return [];
  return ACTS.filter((act) => act !== 'ask' || (canAnswer && status === 'open'));
}
