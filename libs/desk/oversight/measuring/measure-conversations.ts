import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#database/transaction.js';
import { dateOfDay } from '#domain/deadlines/calendar-days.js';
import { deadlinesOf, type Versions } from '#domain/deadlines/deadlines-of.js';
import { historyOf } from '#domain/deadlines/history.js';
import { boundAt } from '#domain/deadlines/promise-for.js';
import { workingTimeBetween } from '#domain/deadlines/working-time.js';
import { isLasting } from '#domain/oversight/measure.js';
import { type Measured, measurementsOf } from '#domain/oversight/measurements-of.js';
import { MS_PER_DAY, zoneOffsets } from '#domain/time/zone-offsets.js';
import { recordsOf } from '../../conversations/recorded-facts.queries.js';
import { versionsFor } from '../../conversations/versions-of-record.js';
import { binOf } from '../sketch.js';
import {
  conversationsToMeasure,
  type MeasuredConversation,
  type MeasurementRow,
  markStale,
  measurementRows,
  removeMeasurements,
  writeMeasurements,
} from './measurement.queries.js';

/**
 * Makes the measurements of these conversations what their history, and the versions of policies and calendars, say.
 * Asked again it changes nothing. Answers how many rows were not as they should be. The caller is alone with it.
 */
export async function measureConversations(tx: Tx, conversationIds: readonly string[]): Promise<number> {
  const { written, removed, replaced } = await differences(tx, conversationIds);
  await writeMeasurements(tx, written);
  await removeMeasurements(tx, removed);
  await markStale(tx, [...written, ...removed, ...replaced]);
  return written.length + removed.length;
}

/** The same without writing anything. */
export async function countUnmeasured(tx: Tx, conversationIds: readonly string[]): Promise<number> {
  const { written, removed } = await differences(tx, conversationIds);
  return written.length + removed.length;
}

const keyOf = ({ conversationId, measure, ordinal }: MeasurementRow) => `${conversationId}/${measure}/${ordinal}`;

async function differences(tx: Tx, conversationIds: readonly string[]) {
  const kept = await measurementRows(tx, conversationIds);
  const measured = await measuredRows(tx, conversationIds);
  const before = new Map(kept.map((row) => [keyOf(row), row]));
  const after = new Set(measured.map(keyOf));
  const written = measured.filter((row) => !isSame(row, before.get(keyOf(row))));
  return {
    written,
    removed: kept.filter((row) => !after.has(keyOf(row))),
    /** As they stood in the rollups until now. */
    replaced: written.flatMap((row) => before.get(keyOf(row)) ?? []),
  };
}

/** What comes from the database has its keys in another order, and may be of another prototype. */
function isSame(one: MeasurementRow, other: MeasurementRow | undefined): boolean {
  return other !== undefined && isDeepStrictEqual({ ...one }, { ...other });
}

async function measuredRows(tx: Tx, ids: readonly string[]): Promise<MeasurementRow[]> {
  const conversations = await conversationsToMeasure(tx, ids);
  const records = await recordsOf(tx, ids);
  const here = conversations.map(({ departmentId }) => departmentId);
  const versions = await versionsFor(tx, records, here);
  return conversations.flatMap((conversation) => {
    const history = historyOf(conversation.id, records);
    const deadlines = deadlinesOf({ conversationId: conversation.id, history, versions, tellings: [] });
    return measurementsOf({ conversation, history, deadlines }).map((measured) =>
      rowOf(conversation, measured, versions),
    );
  });
}

function rowOf(conversation: MeasuredConversation, measured: Measured, { calendars }: Versions): MeasurementRow {
  const { id, departmentId, timeZone, channelId, language, priority, classCode } = conversation;
  const { isUnanswered, ...kept } = measured;
  const { measure, startedAt, endedAt } = kept;
  const calendar = boundAt(calendars.get(departmentId) ?? [], endedAt)?.calendar ?? null;
  const lasts = isLasting(measure) && !isUnanswered;
  const calendarMs = lasts ? Math.max(0, endedAt.getTime() - startedAt.getTime()) : null;
  const workingMs = lasts && calendar ? workingTimeBetween(calendar, startedAt, endedAt) : null;
  return {
    ...{ conversationId: id, departmentId, channelId, language, priority, classCode },
    ...kept,
    ...localTime(endedAt, timeZone),
    calendarMs,
    workingMs,
    calendarBin: calendarMs === null ? null : binOf(calendarMs),
    workingBin: workingMs === null ? null : binOf(workingMs),
  };
}

function localTime(at: Date, timeZone: string): Pick<MeasurementRow, 'endedOn' | 'endedHour'> {
  const local = at.getTime() + zoneOffsets(timeZone).at(at.getTime());
  const day = Math.floor(local / MS_PER_DAY);
  return { endedOn: dateOfDay(day), endedHour: Math.floor((local - day * MS_PER_DAY) / 3_600_000) };
}
