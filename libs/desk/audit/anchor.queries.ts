import type { DataSource } from 'typeorm';
import { KNOWN_CHAINS } from './audit-chains.queries.js';
import type { ChainHead } from './link-events.js';

export interface Anchor {
  /** Of UTC, such as 2026-11-23. */
  day: string;
  root: Buffer;
  madeAt: Date;
}

/** A chain as it stood when a day was anchored. */
export interface AnchoredHead extends Omit<ChainHead, 'chainId'> {
  day: string;
}

/** One a day: as many as the desk is old. */
export function anchors(dataSource: DataSource): Promise<Anchor[]> {
  return dataSource.query('SELECT day::text AS day, root, made_at AS "madeAt" FROM audit_anchor ORDER BY day');
}

export function anchoredHeads(dataSource: DataSource, chainId: string): Promise<AnchoredHead[]> {
  return dataSource.query(
    `SELECT day::text AS day, seq::float8 AS seq, hash FROM audit_anchor_chain WHERE chain_id = $1
     ORDER BY audit_anchor_chain.seq, audit_anchor_chain.day`,
    [chainId],
  );
}

export function headsOfDay(dataSource: DataSource, day: string): Promise<ChainHead[]> {
  return dataSource.query(
    'SELECT chain_id AS "chainId", seq::float8 AS seq, hash FROM audit_anchor_chain WHERE day = $1',
    [day],
  );
}

export async function auditChains(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(KNOWN_CHAINS);
  return rows.map(({ id }) => id);
}
