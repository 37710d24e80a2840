/** More than this nobody finds again, and every console holds them all. */
export const OWN_CANNED_REPLIES = 200;
export const DEPARTMENT_CANNED_REPLIES = 500;

/** Of those that are offered; what is archived does not count. */
export function cannedReplyLimit({ ownerId }: { ownerId: string | null }): number {
  return ownerId === null ? DEPARTMENT_CANNED_REPLIES : OWN_CANNED_REPLIES;
}
