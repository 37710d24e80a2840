import type { Tx } from '#database/transaction.js';
import type { AuditedEvent } from '#domain/audit/canonical-event.js';
import { AUDITED_EVENT } from './audited-event.sql.js';
import { DESK_CHAIN, genesisOf, linkHash } from './chain-hash.js';

const LINKS_AT_ONCE = 1_000;

/** Whoever adds links is alone with it: each begins where the one before ended. */
const ALONE = `SELECT pg_advisory_xact_lock(hashtext('audit chains'))`;

const TAKE = `
  WITH taken AS (
    DELETE FROM unlinked_event WHERE event_id IN (SELECT event_id FROM unlinked_event ORDER BY event_id LIMIT ${LINKS_AT_ONCE})
    RETURNING event_id
  )
  SELECT taken.event_id AS "eventId", l.event_id IS NOT NULL AS "isLinked", ${AUDITED_EVENT}
  FROM taken LEFT JOIN conversation_event e ON e.id = taken.event_id LEFT JOIN audit_link l ON l.event_id = taken.event_id
  ORDER BY taken.event_id`;

const HEADS = `
  SELECT c.id AS "chainId", l.seq::float8 AS seq, l.hash
  FROM unnest($1::uuid[]) AS c (id)
  CROSS JOIN LATERAL (SELECT seq, hash FROM audit_link WHERE chain_id = c.id ORDER BY seq DESC LIMIT 1) l`;

const ADD = `
  INSERT INTO audit_link (chain_id, seq, event_id, hash)
  SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bytea[])`;

interface Taken extends Omit<AuditedEvent, 'id'> {
  eventId: string;
  /** Null: it was announced, and is not in the record any more. */
  id: string | null;
  isLinked: boolean;
}

export interface ChainHead {
  chainId: string;
  seq: number;
  hash: Buffer;
}

export interface LinkedBatch {
  linked: number;
  isMore: boolean;
  /** Were announced and are not in the record. */
  gone: string[];
}

/** Adds the next few to their chains, in the order of their ids. One that was committed late simply comes later. */
export async function linkNext(tx: Tx): Promise<LinkedBatch> {
  await tx.query(ALONE);
  const taken: Taken[] = await tx.query(TAKE);
  const events = taken.flatMap(({ id, isLinked, eventId: _, ...event }) =>
    id === null || isLinked ? [] : [{ id, ...event }],
  );
  const chains = [...new Set(events.map(chainOf))];
  const found: ChainHead[] = await tx.query(HEADS, [chains]);
  const heads = new Map(found.map((head) => [head.chainId, head]));
  const links = events.map((event) => {
    const chainId = chainOf(event);
    const { seq, hash } = heads.get(chainId) ?? { seq: 0, hash: genesisOf(chainId) };
    const next = { chainId, seq: seq + 1, hash: linkHash(hash, event) };
    heads.set(chainId, next);
    return { ...next, eventId: event.id };
  });
  await tx.query(ADD, [
    links.map(({ chainId }) => chainId),
    links.map(({ seq }) => seq),
    links.map(({ eventId }) => eventId),
    links.map(({ hash }) => hash),
  ]);
  const gone = taken.filter(({ id }) => id === null).map(({ eventId }) => eventId);
  return { linked: links.length, isMore: taken.length === LINKS_AT_ONCE, gone };
}

export function chainOf({ departmentId }: Pick<AuditedEvent, 'departmentId'>): string {
  return departmentId ?? DESK_CHAIN;
}
