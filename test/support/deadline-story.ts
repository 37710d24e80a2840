import type { Deadline, Telling } from '#domain/deadlines/deadline.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { DEADLINE_PRESETS, plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { type CalendarVersion, deadlinesOf } from '#domain/deadlines/deadlines-of.js';
import { historyOf, type RecordedFact } from '#domain/deadlines/history.js';
import type { PolicyVersion } from '#domain/deadlines/promise-for.js';

const DAY_MS = 86_400_000;
/** Monday, noon in Shanghai. */
const START = Date.parse('2026-03-02T04:00:00Z');

/** The nth day of the story, at its hour of beginning. */
export const day = (n: number): Date => new Date(START + n * DAY_MS);

export const plain = (hours: number): DeadlinePolicy => plainPolicy(hours);
export const { nantong, 'beijing-12345': beijing } = DEADLINE_PRESETS;

interface Told {
  at: number;
  /** Whose history; default: a. */
  of?: string;
  isByPerson?: boolean;
  payload?: Record<string, unknown>;
  message?: { id: string; postedAt?: number; homeId?: string };
  readUntil?: number | null;
  openedAt?: number;
}

interface Written {
  of?: string;
  id?: string;
  homeId?: string;
  postedAt?: number;
  clearedAt?: number;
}

/** A record written down by hand: days instead of instants, one line a fact. Conversations are "a", "b" and "c". */
export class Story {
  readonly records = new Map<string, RecordedFact[]>();
  readonly policies = new Map<string, PolicyVersion[]>();
  readonly calendars = new Map<string, CalendarVersion[]>();
  readonly tellings: Telling[] = [];

  constructor(policy: DeadlinePolicy | null = plain(168)) {
    if (policy) this.promise(policy, { at: -100 });
  }

  promise(policy: DeadlinePolicy, { at, of = 'water' }: { at: number; of?: string }): this {
    const versions = this.policies.get(of) ?? [];
    this.policies.set(of, [...versions, { version: versions.length + 1, policy, createdAt: day(at) }]);
    return this;
  }

  follow(calendar: CalendarVersion['calendar'], { at, of = 'water' }: { at: number; of?: string }): this {
    const timeline = this.calendars.get(of) ?? [];
    const version = timeline.length + 1;
    this.calendars.set(of, [...timeline, { since: day(at), calendarId: 'calendar', version, calendar }]);
    return this;
  }

  tell(type: string, { of = 'a', payload = {}, message, readUntil, ...told }: Told): this {
    const facts = this.records.get(of) ?? [];
    const at = day(told.at);
    this.records.set(of, [
      ...facts,
      {
        conversationId: of,
        version: facts.length + 1,
        type,
        at,
        departmentId: 'water',
        isByPerson: told.isByPerson ?? true,
        byOfficerId: null,
        payload,
        message: message
          ? { id: message.id, homeId: message.homeId ?? of, postedAt: day(message.postedAt ?? told.at), receivedAt: at }
          : null,
        readUntil: readUntil === null ? null : day(readUntil ?? told.at),
        openedAt: told.openedAt === undefined ? null : day(told.openedAt),
      },
    ]);
    return this;
  }

  /** A message that opens a conversation. */
  opens(at: number, { of = 'a', postedAt = at } = {}): this {
    return this.writes(at, { of, id: `${of}-opening`, postedAt });
  }

  /** A message of the citizen, received and cleared at once. */
  writes(at: number, { of = 'a', homeId, id = `m${at}`, postedAt = at, clearedAt = at }: Written = {}): this {
    const message = { id, homeId: homeId ?? of, postedAt };
    const fact = { of, isByPerson: false };
    this.tell('message.received', { ...fact, at, message });
    this.tell('message.cleared', { ...fact, at: clearedAt, message });
    const received = this.records.get(of)?.at(-1);
    if (received?.message) received.message.receivedAt = day(at);
    return this;
  }

  answers(at: number, { of = 'a', pressedAt = at } = {}): this {
    return this.tell('reply.sent', { at, of, readUntil: pressedAt });
  }

  merges(at: number, [part, survivor]: [string, string]): this {
    this.tell('conversation.merged', { at, of: part, payload: { intoId: survivor } });
    return this.tell('conversation.absorbed', { at, of: survivor, payload: { fromId: part } });
  }

  unmerges(at: number, [part, survivor]: [string, string]): this {
    this.tell('conversation.parted', { at, of: survivor, payload: { fromId: part } });
    return this.tell('conversation.unmerged', { at, of: part, payload: { fromId: survivor } });
  }

  deadlines(of = 'a', records: ReadonlyMap<string, readonly RecordedFact[]> = this.records): Deadline[] {
    const { policies, calendars } = this;
    const history = historyOf(of, records);
    return deadlinesOf({ conversationId: of, history, versions: { policies, calendars }, tellings: this.tellings });
  }

  /** Those of the kinds answer and next-answer, in days: from, due, ended, and what became of it. */
  waits(of = 'a'): (string | number | null)[][] {
    return this.deadlines(of)
      .filter(({ kind }) => kind === 'answer' || kind === 'next-answer')
      .map(({ startedAt, dueAt, endedAt, outcome }) => [inDays(startedAt), inDays(dueAt), inDays(endedAt), outcome]);
  }
}

export function inDays(at: Date | null): number | null {
  return at && (at.getTime() - START) / DAY_MS;
}
