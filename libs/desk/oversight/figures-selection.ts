import { type FiguresQuery, NO_ONE } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import { startOfLocalDay } from '#domain/oversight/local-days.js';
import type { MeasuredSelection } from '../conversations/measured-conditions.js';
import type { SingleDimension } from './rollups/dimensions.js';

/** What is asked, with everything looked up that it names. */
export interface FiguresSelection
  extends Pick<FiguresQuery, 'measure' | 'groupBy' | 'clock' | 'language' | 'priority' | 'register'> {
  departmentIds: readonly string[];
  /** All departments that there are. */
  isWholeDesk: boolean;
  from: string | null;
  to: string | null;
  /** Whose days are meant: null for each department's own. */
  zone: string | null;
  /** The departments' zone where they have but one. */
  ownZone: string | null;
  channelId: string | undefined;
  /** Null: nobody known. */
  officerId: string | null | undefined;
  classCode: string | null | undefined;
}

export interface Scope {
  supervised: readonly Department[];
  isWholeDesk: boolean;
  channelId: string | undefined;
}

export function selectionOf(query: FiguresQuery, { supervised, isWholeDesk, channelId }: Scope): FiguresSelection {
  const zones = new Set(supervised.map(({ timeZone }) => timeZone));
  const [ownZone = null] = zones.size === 1 ? zones : [];
  const { measure, groupBy, clock, language, priority, register, officer, timeZone } = query;
  return {
    ...{ measure, groupBy, clock, language, priority, register, isWholeDesk, ownZone, channelId },
    departmentIds: supervised.map(({ id }) => id),
    from: query.from ?? null,
    to: query.to ?? null,
    // The same days by another way round.
    zone: timeZone === undefined || timeZone === ownZone ? null : timeZone,
    officerId: officer === NO_ONE ? null : officer,
    classCode: query.class === NO_ONE ? null : query.class,
  };
}

/** Of a dimension this key alone. */
export type Narrowing = [SingleDimension, string];

/** By which dimensions the selection is narrowed, with the key of each. */
export function narrowedBy(selection: FiguresSelection): Narrowing[] {
  const { channelId, officerId, language, priority, classCode, register } = selection;
  const asked: [SingleDimension, string | null | undefined][] = [
    ['channel', channelId],
    ['officer', officerId],
    ['language', language],
    ['priority', priority],
    ['class', classCode],
    ['register', register],
  ];
  return asked.flatMap(([dimension, key]): Narrowing[] => (key === undefined ? [] : [[dimension, key ?? NO_ONE]]));
}

/** The measurements that are meant, but for what is asked of their conversations. */
export function measuredOf({ measure, from, to, zone, officerId, register }: FiguresSelection): MeasuredSelection {
  const asked = { measure, officerId, register };
  if (zone === null) return { ...asked, from: from ?? undefined, to: to ?? undefined };
  return { ...asked, ...rangeIn(zone, { from, to }) };
}

/** The instants between which the local dates lie. */
export function rangeIn(
  timeZone: string,
  { from, to }: { from: string | null; to: string | null },
): Pick<MeasuredSelection, 'since' | 'before'> {
  return {
    ...(from && { since: startOfLocalDay(timeZone, from).toISOString() }),
    ...(to && { before: startOfLocalDay(timeZone, addDays(to, 1)).toISOString() }),
  };
}
