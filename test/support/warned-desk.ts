import { randomUUID } from 'node:crypto';
import type { Accepted } from '#contracts/intake.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { DEFAULT_WARN_AT } from '#domain/deadlines/deadline-policy.js';
import { buildDepartment, buildOfficer } from './build.js';
import { type OfficerClient, postAccepted, signIn } from './clients.js';
import type { TestDesk } from './desk.js';

export const HOUR = 3_600_000;

/** An answer within so many hours, day and night. */
export function within(hours: number, more: Partial<DeadlinePolicy> = {}): DeadlinePolicy {
  const rule = {
    classCode: null,
    priority: null,
    amount: hours,
    unit: 'hours',
    clock: 'calendar',
    atLatestDays: null,
  } as const;
  const rules = (['answer', 'next-answer'] as const).map((kind) => ({ kind, ...rule }));
  return { classes: [], rules, holdingDays: 7, warnAt: DEFAULT_WARN_AT, ...more };
}

/** A department with one officer at work, a stand-in, a supervisor and a head, and a promise of ten hours. */
export async function warnedDesk(desk: TestDesk, key: string, policy = within(10), { isDrained = true } = {}) {
  const department = await buildDepartment(desk.dataSource, {
    answerWithinHours: null,
    escalateAfterMinutes: null,
    leaveGraceMinutes: 10_080,
  });
  const seenAt = desk.clock.now();
  const ana = await buildOfficer(desk.dataSource, { department, seenAt });
  const bo = await buildOfficer(desk.dataSource, { department, seenAt, isAvailable: false });
  const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
  const head = await buildOfficer(desk.dataSource, { department, roles: ['reviewer'] });
  const asAna = await signIn(desk.api, ana.email);
  const asLead = await signIn(desk.api, lead.email);
  const path = `/api/departments/${department.slug}`;
  const sent = async (client: OfficerClient, method: 'POST' | 'PUT', to: string, body: object) => {
    const answer = await client.send(method, to, body);
    if (answer.status >= 300) throw new Error(`${to} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  const promise = async (next: DeadlinePolicy) => {
    const { version } = (await asLead.get(`${path}/deadline-policy`)).body as { version: number };
    await sent(asLead, 'PUT', `${path}/deadline-policy`, { version, policy: next, why: 'As agreed.' });
    if (isDrained) await desk.drain();
  };
  const post = async (more: object = {}): Promise<Accepted & { externalId: string }> => {
    const externalId = randomUUID();
    const accepted = await postAccepted(desk.api, key, { department: department.slug, externalId, ...more });
    await desk.drain();
    return { ...accepted, externalId };
  };
  const act = async (client: OfficerClient, id: string, verb: string, more: object = {}) => {
    const { version } = (await asLead.get(`/api/conversations/${id}`)).body as { version: number };
    await sent(client, 'POST', `/api/conversations/${id}/${verb}`, { version, ...more });
  };
  const reply = (id: string, more: object = {}) =>
    act(asAna, id, 'replies', { replyId: randomUUID(), body: 'We look into it.', ...more });
  await promise(policy);
  await sent(asLead, 'PUT', `${path}/head`, { officerId: head.id });
  return { department, ana, bo, lead, head, asAna, asLead, promise, post, act, reply, sent };
}

/** Of which deadlines an officer was told, the first telling first; what one line gathers in its order. */
export async function toldOf(desk: TestDesk, officer: Officer): Promise<string[]> {
  const lines: { kinds: string[] }[] = await desk.dataSource.query(
    'SELECT kinds FROM notification WHERE officer_id = $1 ORDER BY at, id',
    [officer.id],
  );
  return lines.flatMap(({ kinds }) => kinds.filter((kind) => kind.startsWith('deadline')));
}

/** The warnings of a department as they stand in the record. */
export async function warningsIn(desk: TestDesk, { id }: Department): Promise<Record<string, unknown>[]> {
  const rows: { payload: Record<string, unknown> }[] = await desk.dataSource.query(
    `SELECT payload || jsonb_build_object('conversationId', conversation_id) AS payload FROM conversation_event
     WHERE type = 'deadline.warned' AND department_id = $1 ORDER BY id`,
    [id],
  );
  return rows.map(({ payload }) => payload);
}
