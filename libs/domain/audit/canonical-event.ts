/** An event as it stands in the record. */
export interface AuditedEvent {
  id: string;
  type: string;
  conversationId: string | null;
  departmentId: string | null;
  letterId: string | null;
  version: number | null;
  actorKind: string;
  actorId: string | null;
  payload: unknown;
  requestId: string | null;
  /** Microseconds since 1970 as a decimal number: all that PostgreSQL keeps, in no format and no zone. */
  atMicros: string;
}

/**
 * The bytes (as UTF-8) that are hashed: the eleven fields as JSON in the canonical form of RFC 8785. Keys in the order of
 * their UTF-16 units, no white space, numbers and strings as ECMAScript writes them. Never changed: every hash hangs on it.
 */
export function canonicalEvent(event: AuditedEvent): string {
  const {
    id,
    type,
    conversationId,
    departmentId,
    letterId,
    version,
    actorKind,
    actorId,
    payload,
    requestId,
    atMicros,
  } = event;
  return canonicalJson({
    ...{ id, type, conversationId, departmentId, letterId, version, actorKind, actorId, payload, requestId, atMicros },
  });
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}
