import type { Tx } from '#database/transaction.js';
import { ALL_HEADS } from './audit-chains.queries.js';
import type { ChainHead } from './link-events.js';
import { merkleRoot } from './merkle-root.js';

const ADD_ANCHOR = `
  INSERT INTO audit_anchor (day, root, made_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING day`;

const ADD_HEADS = `
  INSERT INTO audit_anchor_chain (day, chain_id, seq, hash)
  SELECT $1, * FROM unnest($2::uuid[], $3::bigint[], $4::bytea[])`;

/** Answers the root; null where the day has an anchor already or there is nothing to anchor. */
export async function anchorDay(tx: Tx, { day, madeAt }: { day: string; madeAt: Date }): Promise<Buffer | null> {
  const heads: ChainHead[] = await tx.query(ALL_HEADS);
  if (heads.length === 0) return null;
  const root = merkleRoot(heads);
  const added: unknown[] = await tx.query(ADD_ANCHOR, [day, root, madeAt]);
  if (added.length === 0) return null;
  await tx.query(ADD_HEADS, [
    day,
    heads.map(({ chainId }) => chainId),
    heads.map(({ seq }) => seq),
    heads.map(({ hash }) => hash),
  ]);
  return root;
}
