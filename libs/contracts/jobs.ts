import { z } from 'zod';

/** What every job carries: which event asked for it and which request caused that, for the logs. */
const origin = { eventId: z.string(), requestId: z.string().nullable() };

export interface JobHandle<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  name: Name;
  queue: string;
  payload: Schema;
  attempts: number;
  backoffMs: number;
  /** Jobs of this kind that one worker runs at the same time; they share their commits. */
  concurrency: number;
  /** Those that one pass of the relay asks for travel as one, and are handled each by itself. */
  together?: boolean;
}

function job<Name extends string, Schema extends z.ZodType>(handle: JobHandle<Name, Schema>): JobHandle<Name, Schema> {
  return handle;
}

export const screenMessage = job({
  name: 'screen-message',
  queue: 'moderation',
  payload: z.object({ ...origin, messageId: z.uuid() }),
  attempts: 8,
  backoffMs: 500,
  concurrency: 64,
  together: true,
});

export const chooseOfficer = job({
  name: 'choose-officer',
  queue: 'assignment',
  payload: z.object({ ...origin, conversationId: z.uuid() }),
  attempts: 8,
  backoffMs: 500,
  concurrency: 64,
  together: true,
});

export const offerQueued = job({
  name: 'offer-queued',
  queue: 'offers',
  payload: z.object({ ...origin, departmentId: z.uuid() }),
  attempts: 8,
  backoffMs: 500,
  concurrency: 4,
});

/** One at a time in each worker, on a queue of its own: nobody's message waits for somebody's 5,000 rows. */
export const carryOutBulk = job({
  name: 'carry-out-bulk',
  queue: 'bulk',
  payload: z.object({ ...origin, bulkId: z.uuid() }),
  attempts: 8,
  backoffMs: 500,
  concurrency: 1,
});

export const notifyOfficers = job({
  name: 'notify-officers',
  queue: 'notifications',
  payload: z.object(origin),
  attempts: 8,
  backoffMs: 500,
  concurrency: 64,
  together: true,
});

export const deriveDeadlines = job({
  name: 'derive-deadlines',
  queue: 'deadlines',
  payload: z.object({ ...origin, conversationId: z.uuid() }),
  attempts: 8,
  backoffMs: 500,
  concurrency: 64,
  together: true,
});

/** After a change of a policy or a calendar: of one department, or of those that follow the calendar. */
export const moveDeadlines = job({
  name: 'move-deadlines',
  queue: 'deadline-moves',
  payload: z.object({ ...origin, departmentId: z.uuid().nullable(), calendarId: z.uuid().nullable() }),
  attempts: 8,
  backoffMs: 500,
  concurrency: 1,
});

export const JOBS = [
  screenMessage,
  chooseOfficer,
  offerQueued,
  carryOutBulk,
  notifyOfficers,
  deriveDeadlines,
  moveDeadlines,
] as const;
export type AnyJob = (typeof JOBS)[number];
export type PayloadOf<H extends JobHandle> = z.infer<H['payload']>;
