import type { DataSource } from 'typeorm';
import type { AuditedEvent } from '#domain/audit/canonical-event.js';
import { type AnchoredHead, anchoredHeads } from './anchor.queries.js';
import { AUDITED_EVENT } from './audited-event.sql.js';
import { genesisOf, linkHash } from './chain-hash.js';
import { chainOf } from './link-events.js';

const LINKS_AT_ONCE = 2_000;

const NEXT = `
  SELECT l.seq::float8 AS seq, l.hash, l.event_id AS "eventId", ${AUDITED_EVENT}
  FROM (SELECT * FROM audit_link WHERE chain_id = $1 AND seq > $2 ORDER BY seq LIMIT ${LINKS_AT_ONCE}) l
  LEFT JOIN conversation_event e ON e.id = l.event_id ORDER BY l.seq`;

/** In one snapshot an event waits in the outbox, waits for its link or has one: what does none was never announced. */
const UNANNOUNCED = `
  SELECT e.id FROM conversation_event e
  WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.event_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM unlinked_event u WHERE u.event_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM undelivered_event d WHERE d.event_id = e.id)
    AND ($1::uuid IS NULL OR e.department_id = $1)
  ORDER BY e.id LIMIT 1`;

/**
 * `missing`: a link, or the event that it names, is not there. `reordered`: what stands at this place stood later.
 * `inserted`: it was put between two that followed each other, or into the record beside the desk. `changed`: it is not what
 * was chained, or what stood before it was taken out and the rest moved up. Against the anchor of `day`: `rewritten`: fits
 * onto what stands before it, and is not what stood here then. `cut`: the chain had come further then.
 */
export type BreakKind = 'changed' | 'missing' | 'inserted' | 'reordered' | 'rewritten' | 'cut';

export interface Break {
  kind: BreakKind;
  seq: number | null;
  eventId: string | null;
  day?: string;
}

interface Link extends Omit<AuditedEvent, 'id'> {
  seq: number;
  hash: Buffer;
  eventId: string;
  /** Null: the event is not in the record. */
  id: string | null;
}

/** An event of the department, or of any where there is none named, that stands in the record beside the desk. */
export async function unannouncedEvent(dataSource: DataSource, departmentId: string | null): Promise<Break | null> {
  const [event]: { id: string }[] = await dataSource.query(UNANNOUNCED, [departmentId]);
  return event ? { kind: 'inserted', seq: null, eventId: event.id } : null;
}

export interface Walk {
  signal: AbortSignal;
  onLinks(more: number): void;
}

/** Computes a chain anew, a page at a time; answers the first that does not fit. What is added meanwhile is looked at too. */
export async function firstBreak(dataSource: DataSource, chainId: string, walk: Walk): Promise<Break | null> {
  const anchors = await anchoredHeads(dataSource, chainId);
  const anchorsAt = Map.groupBy(anchors, (anchor) => anchor.seq);
  let before: Buffer | null = null;
  let previous = genesisOf(chainId);
  for (let seq = 0; !walk.signal.aborted; ) {
    const links: Link[] = await dataSource.query(NEXT, [chainId, seq]);
    for (const [index, link] of links.entries()) {
      const at = { seq: seq + 1, eventId: link.eventId };
      if (link.seq !== seq + 1) return { kind: 'missing', seq: seq + 1, eventId: null };
      const event = eventOf(link);
      if (!event) return { kind: 'missing', ...at };
      const isOfChain = chainOf(event) === chainId;
      if (!isOfChain || !linkHash(previous, event).equals(link.hash)) {
        const later = links.slice(index + 1);
        return { ...at, kind: isOfChain ? kindOf({ link, event, previous, before, later }) : 'changed' };
      }
      const day = anchorsAt.get(link.seq)?.find(({ hash }) => !hash.equals(link.hash))?.day;
      if (day) return { kind: 'rewritten', ...at, day };
      before = previous;
      previous = link.hash;
      seq = link.seq;
    }
    if (links.length === 0) return cutAfter(seq, anchors);
    walk.onLinks(links.length);
  }
  return null;
}

function cutAfter(seq: number, anchors: readonly AnchoredHead[]): Break | null {
  const further = anchors.find((anchor) => anchor.seq > seq);
  return further ? { kind: 'cut', seq: seq + 1, eventId: null, day: further.day } : null;
}

interface Misfit {
  link: Link;
  event: AuditedEvent;
  previous: Buffer;
  before: Buffer | null;
  later: readonly Link[];
}

function kindOf({ link, event, previous, before, later }: Misfit): BreakKind {
  const fits = (hash: Buffer, candidate: AuditedEvent | null, to: Link) =>
    candidate !== null && linkHash(hash, candidate).equals(to.hash);
  if (later.some((one) => fits(previous, eventOf(one), link))) return 'reordered';
  const [next] = later;
  const isSkipped = next !== undefined && fits(previous, eventOf(next), next);
  // Whoever knew how could give the link before this one a hash that fits: then this one fits onto what stood before that.
  const isForged = before !== null && fits(before, event, link);
  return isSkipped || isForged ? 'inserted' : 'changed';
}

function eventOf({ id, eventId: _, seq: __, hash: ___, ...event }: Link): AuditedEvent | null {
  return id === null ? null : { id, ...event };
}
