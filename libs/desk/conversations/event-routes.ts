import type { EventType } from '#contracts/conversations.http.js';
import { carryOutBulk, chooseOfficer, notifyOfficers, offerQueued, screenMessage } from '#contracts/jobs.js';
import { departmentRoom, officerRoom, type Ring, type RingName } from '#contracts/realtime.js';
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
  'message.cleared': { jobs: [toChoice, toHolder], ring: 'conversation.changed' },
  'message.held': { jobs: [], ring: 'conversation.changed' },
  'message.hidden': { jobs: [toChoice], ring: 'conversation.changed' },
  'conversation.assigned': { jobs: [toNotifications], ring: 'conversation.assigned' },
  'conversation.released': { jobs: [toChoice, toOffers, toNotifications], ring: 'conversation.changed' },
  'conversation.transferred': { jobs: [toChoice, toOffers, toNotifications], ring: 'conversation.changed' },
  'conversation.merged': { jobs: [toOffers, toNotifications], ring: 'conversation.changed' },
  'conversation.absorbed': { jobs: [toChoice, toNotifications], ring: 'conversation.changed' },
  'conversation.unmerged': { jobs: [toChoice, toNotifications], ring: 'conversation.changed' },
  'conversation.parted': { jobs: [toChoice, toOffers, toNotifications], ring: 'conversation.changed' },
  'conversation.split': { jobs: [toOffers], ring: 'conversation.changed' },
  'conversation.split-off': { jobs: [toChoice], ring: 'conversation.changed' },
  'conversation.closed': { jobs: [toOffers], ring: 'conversation.changed' },
  'conversation.reopened': { jobs: [toChoice], ring: 'conversation.changed' },
  'reply.waiting': { jobs: [], ring: 'conversation.changed' },
  'reply.taken-back': { jobs: [], ring: 'conversation.changed' },
  'reply.sent': { jobs: [toOffers], ring: 'reply.sent' },
  'reply.corrected': { jobs: [], ring: 'conversation.changed' },
  'draft.taken-over': { jobs: [], ring: 'conversation.changed' },
  'letter.drafted': { jobs: [], ring: 'letter.changed' },
  'letter.edited': { jobs: [], ring: 'letter.changed' },
  'letter.submitted': { jobs: [], ring: 'letter.submitted' },
  'letter.returned': { jobs: [], ring: 'letter.changed' },
  'letter.approved': { jobs: [], ring: 'letter.changed' },
  'letter.published': { jobs: [toOffers], ring: 'letter.published' },
  'conversation.restored': { jobs: [toChoice, toOffers, toNotifications], ring: 'conversation.changed' },
  'bulk.ordered': { jobs: [toBulk], ring: 'bulk.changed' },
  'bulk.finished': { jobs: [toNotifications], ring: 'bulk.changed' },
  'note.written': { jobs: [toNotifications], ring: 'conversation.changed' },
  'note.edited': { jobs: [toNotifications], ring: 'conversation.changed' },
  'note.deleted': { jobs: [], ring: 'conversation.changed' },
  'conversation.tagged': { jobs: [], ring: 'conversation.changed' },
  // A lighter one leaves room in the hand of its officer, and so does one that sleeps.
  'conversation.prioritised': { jobs: [toOffers], ring: 'conversation.changed' },
  'conversation.snoozed': { jobs: [toOffers], ring: 'conversation.changed' },
  'conversation.woken': { jobs: [toChoice], ring: 'conversation.changed' },
  'tag.changed': { jobs: [], ring: 'tags.changed' },
  'view.changed': { jobs: [], ring: 'views.changed' },
  'conversation.escalated': { jobs: [toNotifications], ring: 'conversation.changed' },
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

const originOf = (event: RecordedEvent) => ({ eventId: event.id, requestId: event.requestId });

function idIn(event: RecordedEvent, key: string): string | null {
  const value = event.payload[key];
  return typeof value === 'string' ? value : null;
}

function present(id: string | null): string[] {
  return id === null ? [] : [id];
}
