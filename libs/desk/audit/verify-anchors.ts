import type { DataSource } from 'typeorm';
import type { PublicAnchor } from '#contracts/audit.http.js';
import { anchors, headsOfDay } from './anchor.queries.js';
import { merkleRoot } from './merkle-root.js';

/**
 * `missing`: was saved, and is not there. `replaced`: is not as it was saved. `unfounded`: is not the root of the chains that
 * are kept with it, so that they prove nothing.
 */
export interface AnchorMisfit {
  kind: 'missing' | 'replaced' | 'unfounded';
  day: string;
}

export interface AnchorLook {
  saved: readonly PublicAnchor[];
  signal: AbortSignal;
}

/** The first anchor that does not fit, a day at a time; null where all do. */
export async function firstAnchorMisfit(dataSource: DataSource, look: AnchorLook): Promise<AnchorMisfit | null> {
  const kept = new Map((await anchors(dataSource)).map(({ day, root }) => [day, root]));
  const saved = Map.groupBy(look.saved, ({ day }) => day);
  for (const day of [...new Set([...kept.keys(), ...saved.keys()])].sort()) {
    if (look.signal.aborted) return null;
    const root = kept.get(day);
    if (!root) return { kind: 'missing', day };
    if (saved.get(day)?.some((one) => one.root !== root.toString('hex'))) return { kind: 'replaced', day };
    if (!merkleRoot(await headsOfDay(dataSource, day)).equals(root)) return { kind: 'unfounded', day };
  }
  return null;
}
