import type { PublicAnchor } from '#contracts/audit.http.js';
import type { Anchor } from './anchor.queries.js';

/** Nothing of how many chains there are nor how long: departments that are not public have theirs too. */
export function anchorView({ day, root, madeAt }: Anchor): PublicAnchor {
  return { day, root: root.toString('hex'), madeAt: madeAt.toISOString() };
}
