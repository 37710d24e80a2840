import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import { type Break, firstBreak, unannouncedEvent } from '#desk/audit/verify-chain.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { editTheRecord } from '../../../test/support/edited-record.js';

const MESSAGES = 6;

describe('the record of events', () => {
  let desk: TestDesk;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());

  const query = (sql: string, values?: unknown[]) => desk.dataSource.query(sql, values);
  const edit = (sql: string, values: unknown[]) => editTheRecord(desk.dataSource, sql, values);
  const chained = async (messages = MESSAGES): Promise<Department> => {
    const department = await buildDepartment(desk.dataSource);
    for (let n = 0; n < messages; n += 1) await postAccepted(desk.api, key, { department: department.slug });
    await desk.passTime(0);
    return department;
  };
  const broken = ({ id }: Department): Promise<Break | null> =>
    firstBreak(desk.dataSource, id, { signal: new AbortController().signal, onLinks: () => undefined });
  const eventAt = async ({ id }: Department, seq: number): Promise<string> => {
    const [row] = await query('SELECT event_id AS id FROM audit_link WHERE chain_id = $1 AND seq = $2', [id, seq]);
    return row.id;
  };

  it.each([
    'UPDATE conversation_event SET version = 2',
    'DELETE FROM conversation_event',
    'TRUNCATE conversation_event',
    'UPDATE audit_link SET seq = 2',
    'DELETE FROM audit_link WHERE false',
    'TRUNCATE audit_link',
    'UPDATE audit_anchor SET made_at = now()',
    'DELETE FROM audit_anchor_chain',
  ])('is append-only: %s', async (statement) => {
    await expect(query(statement)).rejects.toThrow(/is append-only/);
    await expect(
      desk.dataSource.transaction(async (tx) => {
        await tx.query('SET LOCAL session_replication_role = replica');
        await tx.query(statement);
      }),
    ).rejects.toThrow(/is append-only/);
  });

  it('cannot be changed, nor its triggers switched off, by a role that README.md describes; the desk can do its work', async () => {
    const role = `member_${randomUUID().replaceAll('-', '')}`;
    const [said = ''] = /GRANT SELECT[^`]*/.exec(readFileSync('README.md', 'utf8')) ?? [];
    await query(`CREATE ROLE ${role}`);
    await query(said.replaceAll('desk_member', role));
    const asMember = (statement: string) =>
      desk.dataSource.transaction(async (tx) => {
        await tx.query(`SET LOCAL ROLE ${role}`);
        return tx.query(statement);
      });
    for (const table of ['conversation_event', 'audit_link', 'audit_anchor', 'audit_anchor_chain']) {
      for (const change of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await expect(asMember(change)).rejects.toThrow(`permission denied for table ${table}`);
      }
      await expect(asMember(`ALTER TABLE ${table} DISABLE TRIGGER USER`)).rejects.toThrow('must be owner');
    }
    const department = await buildDepartment(desk.dataSource);
    await asMember(
      `WITH e AS (INSERT INTO conversation_event (id, type, department_id, actor_kind, payload, at)
       VALUES (gen_random_uuid(), 'presence.changed', '${department.id}', 'system', '{}', now()) RETURNING id)
       INSERT INTO undelivered_event SELECT id FROM e`,
    );
    await asMember('DELETE FROM undelivered_event');
    await desk.passTime(0);
    expect(await broken(department)).toBeNull();
    expect(await eventAt(department, 1)).toEqual(expect.any(String));
    await query(`DROP OWNED BY ${role}`);
    await query(`DROP ROLE ${role}`);
  });

  it('keeps decisions of moderation as they were made; only what people wrote may go', async () => {
    const department = await buildDepartment(desk.dataSource);
    await postAccepted(desk.api, key, { department: department.slug });
    await query(
      `INSERT INTO moderation_decision (id, message_id, decision, reason, note, findings, decided_at)
       SELECT gen_random_uuid(), id, 'hold', 'abuse', 'He means Mr Li.', '[]', now() FROM message LIMIT 1`,
    );
    for (const statement of [
      `UPDATE moderation_decision SET reason = 'spam'`,
      `UPDATE moderation_decision SET note = '', decided_at = decided_at - interval '1 day'`,
      'DELETE FROM moderation_decision',
      'TRUNCATE moderation_decision CASCADE',
    ]) {
      await expect(query(statement)).rejects.toThrow(/moderation_decision is append-only/);
    }
    await query(`UPDATE moderation_decision SET note = NULL, findings = '[]'`);
  });

  it('is chained whole, each event once, and asking again changes nothing', async () => {
    const department = await chained();
    expect(await broken(department)).toBeNull();
    const links = () => query('SELECT * FROM audit_link ORDER BY chain_id, seq');
    const before = await links();
    await query('INSERT INTO unlinked_event SELECT id FROM conversation_event');
    await desk.passTime(0);
    expect(await links()).toEqual(before);
    expect(await query('SELECT id FROM conversation_event EXCEPT SELECT event_id FROM audit_link')).toEqual([]);
    expect(await unannouncedEvent(desk.dataSource, null)).toBeNull();
  });

  it('gives what is committed late the next place, and leaves nothing out', async () => {
    const department = await chained(1);
    const slow = desk.dataSource.createQueryRunner();
    const id = randomUUID().replace(/^.{8}/, '00000000');
    await slow.startTransaction();
    await slow.query(
      `WITH e AS (INSERT INTO conversation_event (id, type, department_id, actor_kind, payload, at)
       VALUES ($1, 'presence.changed', $2, 'system', '{}', now()) RETURNING id)
       INSERT INTO undelivered_event SELECT id FROM e`,
      [id, department.id],
    );
    await postAccepted(desk.api, key, { department: department.slug });
    await desk.passTime(0);
    await query('SELECT 1');
    await slow.commitTransaction();
    await slow.release();
    // As the relay delivers it, whether it knows the type or not.
    await query('DELETE FROM undelivered_event WHERE event_id = $1', [id]);
    await desk.passTime(0);
    const [last] = await query('SELECT event_id AS id FROM audit_link WHERE chain_id = $1 ORDER BY seq DESC LIMIT 1', [
      department.id,
    ]);
    expect([last.id, await broken(department)]).toEqual([id, null]);
  });

  it('shows what was changed', async () => {
    const department = await chained();
    const eventId = await eventAt(department, 3);
    await edit(`UPDATE conversation_event SET at = at + interval '1 microsecond' WHERE id = $1`, [eventId]);
    expect(await broken(department)).toEqual({ kind: 'changed', seq: 3, eventId });
  });

  it('shows what is missing, an event or a link', async () => {
    const [one, other] = [await chained(), await chained()];
    const eventId = await eventAt(one, 3);
    await edit('DELETE FROM conversation_event WHERE id = $1', [eventId]);
    expect(await broken(one)).toEqual({ kind: 'missing', seq: 3, eventId });
    await edit('DELETE FROM audit_link WHERE chain_id = $1 AND seq = 4', [other.id]);
    expect(await broken(other)).toEqual({ kind: 'missing', seq: 4, eventId: null });
    expect(await unannouncedEvent(desk.dataSource, other.id)).toMatchObject({ kind: 'inserted' });
  });

  it('shows what changed places', async () => {
    const department = await chained();
    const [third, fourth] = [await eventAt(department, 3), await eventAt(department, 4)];
    await edit('UPDATE audit_link SET event_id = $2 WHERE event_id = $1', [third, randomUUID()]);
    await edit('UPDATE audit_link SET event_id = $2 WHERE event_id = $1', [fourth, third]);
    await edit('UPDATE audit_link SET event_id = $3 WHERE chain_id = $1 AND seq = $2', [department.id, 3, fourth]);
    expect(await broken(department)).toEqual({ kind: 'reordered', seq: 3, eventId: fourth });
  });

  it('shows what was put in between, and what was recorded beside the desk', async () => {
    const department = await chained();
    const id = randomUUID();
    await query(
      `INSERT INTO conversation_event (id, type, department_id, actor_kind, payload, at) VALUES ($1, 'x', $2, 'system', '{}', now())`,
      [id, department.id],
    );
    expect(await unannouncedEvent(desk.dataSource, department.id)).toEqual({
      kind: 'inserted',
      seq: null,
      eventId: id,
    });
    await edit('UPDATE audit_link SET seq = seq + 1000 WHERE chain_id = $1 AND seq > 2', [department.id]);
    await edit('UPDATE audit_link SET seq = seq - 999 WHERE chain_id = $1 AND seq > 1000', [department.id]);
    await query('INSERT INTO audit_link VALUES ($1, 3, $2, sha256($3))', [department.id, id, Buffer.from('x')]);
    expect(await broken(department)).toEqual({ kind: 'inserted', seq: 3, eventId: id });
  });
});
