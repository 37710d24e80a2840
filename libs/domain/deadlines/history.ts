/** A fact of the record, with what the rows it speaks of add to it. */
export interface RecordedFact {
  /** In whose history it stands; `version` is that conversation's after it. */
  conversationId: string;
  version: number;
  type: string;
  at: Date;
  departmentId: string | null;
  isByPerson: boolean;
  /** Who did it; of an answer, whose words it is. */
  byOfficerId: string | null;
  /** Ids, codes and short words. */
  payload: Readonly<Record<string, unknown>>;
  /** The message of which it speaks. `homeId`: to which conversation it was written. */
  message: { id: string; homeId: string; postedAt: Date; receivedAt: Date } | null;
  /** Of an answer: up to when it has read what citizens wrote; null where it was imported, and read everything. */
  readUntil: Date | null;
  /** Of a conversation that was split off: when the first of its messages was posted. */
  openedAt: Date | null;
}

export interface Happening extends RecordedFact {
  /** It happened in another conversation, in which this one has been carried on since then. */
  sharedSince: Date | null;
}

export type Records = ReadonlyMap<string, readonly RecordedFact[]>;

/**
 * What happened to a conversation, in order: its own history, and while it was merged that of the one in which it was
 * carried on. What was taken back is as if it had not been.
 */
export function historyOf(conversationId: string, records: Records): Happening[] {
  return [...walk({ records, id: conversationId, from: 0, partId: null, since: null })];
}

/** In which others a conversation was carried on, by its own facts. */
export function mergedInto(facts: readonly RecordedFact[]): string[] {
  return facts.flatMap((fact) => (fact.type === MERGED ? textIn(fact, 'intoId') : []));
}

/** The word or the id under a key, if there is one. */
export function textIn({ payload }: Pick<RecordedFact, 'payload'>, key: string): string[] {
  const value = payload[key];
  return typeof value === 'string' ? [value] : [];
}

const MERGED = 'conversation.merged';
const ABSORBED = 'conversation.absorbed';
const PARTED = 'conversation.parted';
const UNMERGED = 'conversation.unmerged';

interface Walk {
  records: Records;
  /** Whose facts are read, from which place on. */
  id: string;
  from: number;
  /** Until that part leaves it; null: to the end. */
  partId: string | null;
  since: Date | null;
}

function* walk({ records, id, from, partId, since }: Walk): Generator<Happening> {
  let sharedSince = since;
  for (const fact of read(records, id).facts.slice(from)) {
    if (partId !== null && fact.type === PARTED && isOf(fact, 'fromId', partId)) return;
    // What its survivor leaves in turn is shared from then on.
    if (sharedSince && fact.type === UNMERGED) sharedSince = fact.at;
    if (concerns(fact, partId)) yield { ...fact, sharedSince };
    const [intoId] = fact.type === MERGED ? textIn(fact, 'intoId') : [];
    if (intoId)
      yield* walk({ records, id: intoId, partId: id, since: fact.at, from: absorbedAt(records, fact, intoId) });
  }
}

/** That others were taken up or left is nothing to a part. */
function concerns({ type }: RecordedFact, partId: string | null): boolean {
  return partId === null || (type !== ABSORBED && type !== PARTED);
}

/** The place after which the survivor had taken it up: the nth merge of one into the other is its nth absorption. */
function absorbedAt(records: Records, { conversationId, version }: RecordedFact, intoId: string): number {
  const merges = read(records, conversationId).facts.filter(
    (fact) => fact.type === MERGED && fact.version <= version && isOf(fact, 'intoId', intoId),
  );
  const place = read(records, intoId).absorbedAt.get(conversationId)?.[merges.length - 1];
  return place === undefined ? Number.POSITIVE_INFINITY : place + 1;
}

interface Read {
  /** Without what was taken back. */
  facts: readonly RecordedFact[];
  /** By part: the places where it was taken up. */
  absorbedAt: ReadonlyMap<string, readonly number[]>;
}

/** Thousands may be carried on in one: each of them reads its facts. */
const reads = new WeakMap<readonly RecordedFact[], Read>();

function read(records: Records, id: string): Read {
  const facts = records.get(id);
  if (!facts) return { facts: [], absorbedAt: new Map() };
  const known = reads.get(facts) ?? readAnew(facts);
  reads.set(facts, known);
  return known;
}

function readAnew(recorded: readonly RecordedFact[]): Read {
  const facts = standing(recorded);
  const absorbed = new Map<string, number[]>();
  for (const [place, fact] of facts.entries()) {
    if (fact.type !== ABSORBED) continue;
    for (const id of textIn(fact, 'fromId')) absorbed.set(id, [...(absorbed.get(id) ?? []), place]);
  }
  return { facts, absorbedAt: absorbed };
}

/** Nothing but the desk's own doing lies between an act and its undoing. */
function standing(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const undoings = facts.filter(({ payload }) => typeof payload.undoesVersion === 'number');
  if (undoings.length === 0) return facts;
  return facts.filter(
    ({ version }) =>
      !undoings.some((undoing) => Number(undoing.payload.undoesVersion) <= version && version <= undoing.version),
  );
}

function isOf(fact: RecordedFact, key: string, id: string): boolean {
  return textIn(fact, key).includes(id);
}
