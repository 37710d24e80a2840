import type { EventType } from '#contracts/conversations.http.js';
import {
  carryOutBulk,
  chooseOfficer,
  deriveDeadlines,
  moveDeadlines,
  notifyOfficers,
  offerQueued,
  screenMessage,
} from '#contracts/jobs.js';
import { departmentRoom, officerRoom, type Ring, type RingName } from '#contracts/realtime.js';
import { RULES_OF_PEOPLE } from '#domain/assignment/assignment-reason.js';
import { CLOCK_EVENTS } from '#domain/deadlines/runs-of.js';
import { type JobToAdd, jobToAdd } from '#platform/jobs/job-queue.js';

/** An event as it lies in its outbox. */
export interface RecordedEvent {
  id: string;
  type: EventType;
  conversationId: string | null;
  departmentId: string | null;
  letterId: string | null;
  version: number | null;
  payload: Record<string, unknown>;
  requestId: string | null;
  at: Date;
}

type ToJob = (event: RecordedEvent) => JobToAdd[];

interface Route {
  jobs: ToJob[];
  ring: RingName;
}

/** The storyboard: what follows from each event. Reading it is reading the product. */
export const EVENT_ROUTES: Record<EventType, Route> = {
  'message.received': { jobs: [toScreening], ring: 'message.received' },
  'message.cleared': { jobs: [toChoice, toHolder, toDeadlines], ring: 'conversation.changed' },
  'message.held': { jobs: [toDeadlines], ring: 'conversation.changed' },
  'message.hidden': { jobs: [toChoice, toDeadlines], ring: 'conversation.changed' },
  'message.redacted': { jobs: [toChoice, toHolder, toDeadlines], ring: 'conversation.changed' },
  'message.rejected': { jobs: [toDeadlines], ring: 'conversation.changed' },
  'message.restored': { jobs: [toChoice, toHolder, toDeadlines], ring: 'conversation.changed' },
  'message.reported': { jobs: [], ring: 'moderation.changed' },
  'message.reports-dismissed': { jobs: [], ring: 'conversation.changed' },
  'reporter.muted': { jobs: [], ring: 'moderation.changed' },
  'reporter.unmuted': { jobs: [], ring: 'moderation.changed' },
  'original.opened': { jobs: [], ring: 'conversation.changed' },
  'conversation.hide-proposed': { jobs: [], ring: 'conversation.changed' },
  'conversation.hide-declined': { jobs: [], ring: 'conversation.changed' },
  'conversation.hidden': { jobs: [], ring: 'conversation.changed' },
  'conversation.shown': { jobs: [], ring: 'conversation.changed' },
  'appeal.lodged': { jobs: [], ring: 'conversation.changed' },
  'appeal.asked': { jobs: [], ring: 'conversation.changed' },
  'appeal.answered': { jobs: [], ring: 'conversation.changed' },
  'appeal.decided': { jobs: [], ring: 'conversation.changed' },
  'conversation.assigned': { jobs: [toNotifications, toAcknowledgement], ring: 'conversation.assigned' },
  'conversation.released': { jobs: [toChoice, toOffers, toNotifications], ring: 'conversation.changed' },
  'conversation.transferred': {
    jobs: [toChoice, toOffers, toNotifications, toDeadlines],
    ring: 'conversation.changed',
  },
  'conversation.merged': { jobs: [toOffers, toNotifications, toDeadlines], ring: 'conversation.changed' },
  'conversation.absorbed': { jobs: [toChoice, toNotifications, toDeadlines], ring: 'conversation.changed' },
  'conversation.unmerged': { jobs: [toChoice, toNotifications, toDeadlines], ring: 'conversation.changed' },
  'conversation.parted': { jobs: [toChoice, toOffers, toNotifications, toDeadlines], ring: 'conversation.changed' },
  'conversation.split': { jobs: [toOffers, toDeadlines], ring: 'conversation.changed' },
  'conversation.split-off': { jobs: [toChoice, toDeadlines], ring: 'conversation.changed' },
  'conversation.closed': { jobs: [toOffers, toDeadlines], ring: 'conversation.changed' },
  'conversation.reopened': { jobs: [toChoice, toDeadlines], ring: 'conversation.changed' },
  'reply.waiting': { jobs: [], ring: 'conversation.changed' },
  'reply.taken-back': { jobs: [], ring: 'conversation.changed' },
  'reply.sent': { jobs: [toOffers, toDeadlines], ring: 'reply.sent' },
  'reply.corrected': { jobs: [], ring: 'conversation.changed' },
  'reply.stuck': { jobs: [toNotifications], ring: 'conversation.changed' },
  'draft.taken-over': { jobs: [], ring: 'conversation.changed' },
  'letter.drafted': { jobs: [toDeadlines], ring: 'letter.changed' },
  'letter.edited': { jobs: [], ring: 'letter.changed' },
  'letter.submitted': { jobs: [], ring: 'letter.submitted' },
  'letter.returned': { jobs: [], ring: 'letter.changed' },
  'letter.approved': { jobs: [], ring: 'letter.changed' },
  'letter.published': { jobs: [toOffers, toDeadlines], ring: 'letter.published' },
  'conversation.restored': { jobs: [toChoice, toOffers, toNotifications, toDeadlines], ring: 'conversation.changed' },
  'bulk.ordered': { jobs: [toBulk], ring: 'bulk.changed' },
  'bulk.finished': { jobs: [toNotifications], ring: 'bulk.changed' },
  'note.written': { jobs: [toNotifications], ring: 'conversation.changed' },
  'note.edited': { jobs: [toNotifications], ring: 'conversation.changed' },
  'note.deleted': { jobs: [], ring: 'conversation.changed' },
  'conversation.tagged': { jobs: [], ring: 'conversation.changed' },
  // A lighter one leaves room in the hand of its officer, and so does one that sleeps.
  'conversation.prioritised': { jobs: [toOffers, toDeadlines], ring: 'conversation.changed' },
  'conversation.snoozed': { jobs: [toOffers], ring: 'conversation.changed' },
  'conversation.woken': { jobs: [toChoice], ring: 'conversation.changed' },
  'tag.changed': { jobs: [], ring: 'tags.changed' },
  'view.changed': { jobs: [], ring: 'views.changed' },
  'conversation.escalated': { jobs: [toNotifications], ring: 'conversation.changed' },
  'deadline.warned': { jobs: [toNotifications], ring: 'conversation.changed' },
  'conversation.acknowledged': { jobs: [toDeadlines], ring: 'conversation.changed' },
  'conversation.classified': { jobs: [toDeadlines], ring: 'conversation.changed' },
  'undo-setting.changed': { jobs: [], ring: 'presence.changed' },
  'policy.changed': { jobs: [toMovedDeadlines], ring: 'deadlines.changed' },
  'screening.changed': { jobs: [], ring: 'screening.changed' },
  'calendar.changed': { jobs: [toMovedDeadlines], ring: 'calendars.changed' },
  'staffing.changed': { jobs: [toOffers], ring: 'presence.changed' },
  'officer.available': { jobs: [toOffers], ring: 'presence.changed' },
  'officer.away': { jobs: [], ring: 'presence.changed' },
};

/** The same event always leads to the same job ids: delivering it twice adds nothing. */
export function jobsOf(event: RecordedEvent): JobToAdd[] {
  return EVENT_ROUTES[event.type].jobs.flatMap((toJobs) => toJobs(event));
}

/** False for what a newer worker recorded, before this older one took its place again. */
export function isRouted({ type }: { type: string }): boolean {
  return Object.hasOwn(EVENT_ROUTES, type);
}

/** The events of which these jobs tell officers. */
export function toldOf(jobs: readonly JobToAdd[]): string[] {
  return jobs
    .filter(({ job }) => job.name === notifyOfficers.name)
    .map(({ payload }) => notifyOfficers.payload.parse(payload).eventId);
}

/** The events after which deadlines are derived anew by these jobs. */
export function derivedOf(jobs: readonly JobToAdd[]): string[] {
  return jobs.flatMap(({ job, payload }) => {
    if (job.name === deriveDeadlines.name) return [deriveDeadlines.payload.parse(payload).eventId];
    return job.name === moveDeadlines.name ? [moveDeadlines.payload.parse(payload).eventId] : [];
  });
}

/** A message changes a figure once it is screened; the rest of a conversation's life does where it moves a clock. */
const isMeasured = (type: EventType): boolean =>
  type === 'message.held' || (CLOCK_EVENTS.includes(type) && type !== 'message.received');

/** The events after which a conversation is measured anew. One that has just come in has nothing to be measured. */
export function measuredOf(events: readonly RecordedEvent[]): { eventId: string; conversationId: string }[] {
  return events.flatMap((event) => {
    const isScreened = event.type === 'message.cleared' || event.type === 'message.held';
    const isNew = isScreened && event.version === 2;
    const isByDesk = event.type === 'conversation.assigned' && toAcknowledgement(event).length === 0;
    if (!isMeasured(event.type) || isNew || isByDesk) return [];
    return present(event.conversationId).map((conversationId) => ({ eventId: event.id, conversationId }));
  });
}

/** The events after which what their department measured may be another: its working time, or what it promised. */
export function remeasuredOf(events: readonly RecordedEvent[]): string[] {
  return events.flatMap(({ id, type, departmentId }) =>
    departmentId && (type === 'calendar.changed' || type === 'policy.changed') ? [id] : [],
  );
}

/** Of a whole batch, as after a bulk act: a queue is offered once, however many hands became free. */
export function jobsOfBatch(events: readonly RecordedEvent[]): JobToAdd[] {
  const jobs = events.flatMap(jobsOf);
  const offers = new Map(jobs.filter(isOffer).map((entry) => [departmentOf(entry), entry]));
  return [...jobs.filter((entry) => !isOffer(entry)), ...offers.values()];
}

const isOffer = ({ job }: JobToAdd): boolean => job.name === offerQueued.name;

function departmentOf({ payload }: JobToAdd): string {
  return offerQueued.payload.parse(payload).departmentId;
}

/** Who is rung: the department of the event, the one it came from, and the officers it names. */
export function ringOf(event: RecordedEvent): { rooms: string[]; ring: Ring } {
  const departments = [event.departmentId, idIn(event, 'fromDepartmentId')];
  const officers = [idIn(event, 'officerId'), idIn(event, 'fromOfficerId')];
  const rooms = [...departments.flatMap(present).map(departmentRoom), ...officers.flatMap(present).map(officerRoom)];
  const ring: Ring = {
    event: EVENT_ROUTES[event.type].ring,
    conversationId: event.conversationId ?? undefined,
    letterId: event.letterId ?? undefined,
    bulkId: idIn(event, 'bulkId') ?? undefined,
    departmentId: event.departmentId ?? undefined,
    version: event.version ?? undefined,
  };
  return { rooms, ring };
}

function toScreening(event: RecordedEvent): JobToAdd[] {
  return present(idIn(event, 'messageId')).map((messageId) =>
    jobToAdd(screenMessage, { ...originOf(event), messageId }, `${event.id}-screen-message`),
  );
}

function toChoice(event: RecordedEvent): JobToAdd[] {
  return present(event.conversationId).map((conversationId) =>
    jobToAdd(chooseOfficer, { ...originOf(event), conversationId }, `${event.id}-choose-officer`),
  );
}

/** Somebody has a free hand: what waits is offered again. */
function toOffers(event: RecordedEvent): JobToAdd[] {
  const departments = new Set([event.departmentId, idIn(event, 'fromDepartmentId')].flatMap(present));
  return [...departments].map((departmentId) =>
    jobToAdd(offerQueued, { ...originOf(event), departmentId }, `${event.id}-offer-queued-${departmentId}`),
  );
}

function toBulk(event: RecordedEvent): JobToAdd[] {
  return present(idIn(event, 'bulkId')).map((bulkId) =>
    jobToAdd(carryOutBulk, { ...originOf(event), bulkId }, `${event.id}-carry-out-bulk`),
  );
}

/** Who is told in person is decided from the event and its conversation as they lie in PostgreSQL. */
function toNotifications(event: RecordedEvent): JobToAdd[] {
  return [jobToAdd(notifyOfficers, originOf(event), `${event.id}-notify-officers`)];
}

/** Most messages open a conversation that nobody has yet. */
function toHolder(event: RecordedEvent): JobToAdd[] {
  return idIn(event, 'holderId') ? toNotifications(event) : [];
}

function toDeadlines(event: RecordedEvent): JobToAdd[] {
  return present(event.conversationId).map((conversationId) =>
    jobToAdd(deriveDeadlines, { ...originOf(event), conversationId }, `${event.id}-derive-deadlines`),
  );
}

/** What the desk assigns by itself has been seen by nobody yet. */
function toAcknowledgement(event: RecordedEvent): JobToAdd[] {
  const { reason } = event.payload;
  const rule = typeof reason === 'object' && reason !== null && 'rule' in reason ? reason.rule : null;
  return RULES_OF_PEOPLE.some((one) => one === rule) ? toDeadlines(event) : [];
}

/** Everything that is open under a policy or a calendar; of a calendar there is a fact for each department that follows it. */
function toMovedDeadlines(event: RecordedEvent): JobToAdd[] {
  const calendarId = event.departmentId ? null : idIn(event, 'calendarId');
  const payload = { ...originOf(event), departmentId: event.departmentId, calendarId };
  return [jobToAdd(moveDeadlines, payload, `${event.id}-move-deadlines`)];
}

const originOf = (event: RecordedEvent) => ({ eventId: event.id, requestId: event.requestId });

function idIn(event: RecordedEvent, key: string): string | null {
  const value = event.payload[key];
  return typeof value === 'string' ? value : null;
}

function present(id: string | null): string[] {
  return id === null ? [] : [id];
}
