import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import { AttendanceService } from '#desk/assignment/attendance.service.js';
import { lookAtStaff } from '#desk/assignment/candidates.js';
import { demandsOf } from '#desk/assignment/demands.js';
import { DeskVerbsService } from '#desk/assignment/desk-verbs.service.js';
import { NextService } from '#desk/assignment/next.service.js';
import { RemovalService } from '#desk/assignment/removal.service.js';
import { StaffingService } from '#desk/assignment/staffing.service.js';
import { PresenceService } from '#desk/identity/presence.service.js';
import { chooseOfficer } from '#domain/assignment/choose-officer.js';
import { PRIORITIES, WEIGHT } from '#domain/conversations/priority.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const RUNS = 25;

const ADMINISTRATOR: Actor = { officerId: randomUUID(), grants: [{ role: 'administrator', departmentId: null }] };

const officers = fc.array(
  fc.record({
    capacity: fc.integer({ min: 0, max: 3 }),
    languages: fc.subarray(['zh', 'en']),
    isAvailable: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);
const conversations = fc.array(
  fc.record({ language: fc.constantFrom('zh', 'en', 'fr'), priority: fc.constantFrom(...PRIORITIES) }),
  { minLength: 1, maxLength: 10 },
);
const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'assign',
      'assign',
      'offer',
      'next',
      'claim',
      'close',
      'leave',
      'come',
      'capacity',
      'watch',
      'remove' as const,
    ),
    officer: fc.nat(),
    conversation: fc.nat(),
    capacity: fc.integer({ min: 0, max: 3 }),
    worker: fc.nat({ max: 1 }),
  }),
  { minLength: 5, maxLength: 30 },
);
type Deed = (typeof deeds extends fc.Arbitrary<infer T> ? T : never)[number];

describe('workers, officers and supervisors all at once', () => {
  let desk: TestDesk;
  let sources: DataSource[];
  let channelId: string;

  beforeAll(async () => {
    desk = await startDesk({ worker: false });
    sources = await Promise.all(
      [0, 1].map(() => createDataSource({ url: desk.env.DATABASE_URL ?? '', poolSize: 6 }).initialize()),
    );
    channelId = (await buildChannel(desk.dataSource)).id;
  });
  afterAll(async () => {
    for (const source of sources) if (source.isInitialized) await source.destroy();
    await desk.close();
  });

  const hands = () =>
    sources.map((source) => {
      const nudge = new EventNudge(source);
      return {
        assignment: new AssignmentService(source, desk.clock, nudge),
        attendance: new AttendanceService(source, desk.clock, nudge),
        next: new NextService(source, desk.clock, nudge),
        verbs: new DeskVerbsService(source, desk.clock, nudge),
        staffing: new StaffingService(source, desk.clock, nudge),
        removal: new RemovalService(source, desk.clock, nudge),
        presence: new PresenceService(source, desk.clock, nudge),
      };
    });

  it(
    'gives none to two, overfills nobody, leaves nothing that somebody could take',
    () =>
      fc.assert(
        fc.asyncProperty(officers, conversations, deeds, async (staff, queue, acts) => {
          const department = await buildDepartment(desk.dataSource, { leaveGraceMinutes: 0 });
          const actors: Actor[] = [];
          for (const fields of staff) {
            const { id } = await buildOfficer(desk.dataSource, { department, ...fields, seenAt: desk.clock.now() });
            actors.push({ officerId: id, grants: [{ role: 'officer', departmentId: department.id }] });
          }
          const lead: Actor = {
            officerId: randomUUID(),
            grants: [{ role: 'supervisor', departmentId: department.id }],
          };
          const ids: string[] = [];
          for (const item of queue) ids.push(await enqueue(department.id, item));
          const workers = hands();
          await Promise.all(acts.map((deed) => doing(deed)));
          // The events of the deeds lead here: whatever can be given is given.
          await workers[0]?.attendance.watch();
          await Promise.all(workers.map(({ assignment }) => assignment.offer(department.id)));
          await expectNoneTwice(department.id);
          await expectNoStrangers(department.id);
          await expectNobodyOverfull(department.id);
          await expectNothingLeft(department.id);

          async function doing({ kind, officer, conversation, capacity, worker }: Deed): Promise<void> {
            const who = actors[officer % actors.length] as Actor;
            const id = ids[conversation % ids.length] as string;
            const with_ = workers[worker] as (typeof workers)[number];
            const seen = () => desk.dataSource.manager.findOneByOrFail(Conversation, { id });
            const deed: Record<Deed['kind'], () => Promise<unknown>> = {
              assign: () => with_.assignment.assign(id),
              offer: () => with_.assignment.offer(department.id),
              next: () => with_.next.take(who),
              claim: async () => with_.verbs.claim(who, { conversationId: id, version: (await seen()).version }),
              close: async () =>
                with_.verbs.close(lead, { conversationId: id, version: (await seen()).version, reason: 'done' }),
              leave: () => with_.presence.setAvailable(who, false),
              come: () => with_.presence.setAvailable(who, true),
              watch: () => with_.attendance.watch(),
              remove: () =>
                with_.removal.removeRole(ADMINISTRATOR, who.officerId, {
                  role: 'officer',
                  department: department.slug,
                }),
              capacity: async () => {
                const { staffingVersion, languages } = await desk.dataSource.manager.findOneByOrFail(Officer, {
                  id: who.officerId,
                });
                await with_.staffing.changeOfficer(lead, who.officerId, {
                  version: staffingVersion,
                  capacity,
                  languages,
                  skills: [],
                  timeZone: null,
                  workingHours: [],
                  outOfOffice: null,
                });
              },
            };
            await deed[kind]().catch((error: unknown) => {
              if (!(error instanceof Refusal)) throw error;
            });
          }
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
      ),
    60_000,
  );

  it('never lets two of them wait for each other', async () => {
    // PostgreSQL reports what a connection has seen when the connection has a moment: at the latest when it ends.
    for (const source of sources) await source.destroy();
    await expect(deadlocks()).resolves.toBe('0');
  });

  async function deadlocks(): Promise<string> {
    const [row] = await desk.dataSource.query(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return row.deadlocks;
  }

  async function enqueue(departmentId: string, { language, priority }: { language: string; priority: string }) {
    const id = randomUUID();
    await desk.dataSource.query(
      `WITH author AS (INSERT INTO citizen (id, channel_id, external_id, name) VALUES ($1::uuid, $2, $6, 'Wang Fang') RETURNING id)
       INSERT INTO conversation (id, reference, department_id, channel_id, citizen_id, status, excerpt, language, priority, version,
         opened_at, last_message_at, waiting_since)
       SELECT $1::uuid, $6, $3, $2, id, 'queued', 'x', $4, $5, 1, now(), now(), now() FROM author`,
      [id, channelId, departmentId, language, priority, id],
    );
    return id;
  }

  async function expectNoneTwice(departmentId: string): Promise<void> {
    const wrong: unknown[] = await desk.dataSource.query(
      `SELECT c.id FROM conversation c LEFT JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL
       WHERE c.department_id = $1 GROUP BY c.id
       HAVING count(a.id) <> (c.status = 'assigned')::int
         OR (c.status = 'assigned' AND bool_or(a.officer_id <> c.officer_id))`,
      [departmentId],
    );
    expect(wrong).toEqual([]);
  }

  async function expectNoStrangers(departmentId: string): Promise<void> {
    const held: unknown[] = await desk.dataSource.query(
      `SELECT c.id FROM conversation c WHERE c.department_id = $1 AND c.status = 'assigned' AND NOT EXISTS (
         SELECT 1 FROM role_grant g WHERE g.officer_id = c.officer_id AND g.department_id = $1 AND g.role = 'officer')`,
      [departmentId],
    );
    expect(held).toEqual([]);
  }

  /** What an officer chose to claim is the officer's own affair. */
  async function expectNobodyOverfull(departmentId: string): Promise<void> {
    const rows: { capacity: number; priorities: (keyof typeof WEIGHT)[] }[] = await desk.dataSource.query(
      `SELECT o.capacity, array_agg(c.priority) AS priorities FROM conversation c
       JOIN officer o ON o.id = c.officer_id JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL
       WHERE c.department_id = $1 AND c.status = 'assigned' AND a.reason ->> 'rule' <> 'claimed' GROUP BY o.id`,
      [departmentId],
    );
    for (const { capacity, priorities } of rows) {
      const weight = priorities.reduce((sum, priority) => sum + WEIGHT[priority], 0);
      expect(weight <= capacity * 2 || (priorities.length === 1 && capacity > 0)).toBe(true);
    }
  }

  async function expectNothingLeft(departmentId: string): Promise<void> {
    const { manager } = desk.dataSource;
    const queued = await manager.findBy(Conversation, { departmentId, status: 'queued' });
    const staff = (await lookAtStaff(manager, [departmentId], desk.clock.now())).get(departmentId);
    const demands = await manager.transaction((tx) => demandsOf(tx, queued));
    for (const [id, demand] of demands) {
      const choice = chooseOfficer(staff?.candidates ?? [], { ...demand, policy: 'least-loaded' });
      expect({ id, couldGoTo: choice?.officerId }).toEqual({ id, couldGoTo: undefined });
    }
  }
});
