import { createHash } from 'node:crypto';
import { type AuditedEvent, canonicalEvent } from '#domain/audit/canonical-event.js';

/** Of what has no department: the chain of the desk. */
export const DESK_CHAIN = '00000000-0000-0000-0000-000000000000';

/** Stands before the first link; no two chains begin alike. */
export function genesisOf(chainId: string): Buffer {
  return createHash('sha256').update(`answerable audit chain 1:${chainId}`, 'utf8').digest();
}

/** SHA-256 over the 32 bytes of the hash before and the canonical form of the event. */
export function linkHash(previous: Buffer, event: AuditedEvent): Buffer {
  return createHash('sha256').update(previous).update(canonicalEvent(event), 'utf8').digest();
}
