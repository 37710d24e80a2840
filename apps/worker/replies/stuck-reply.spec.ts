import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, ThreadEntry } from '#contracts/conversations.http.js';
import type { NotificationPage } from '#contracts/notifications.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { STUCK_AFTER_FAILURES } from '#domain/replies/leaving.js';
import type { OfficerClient } from '../../../test/support/clients.js';
import type { TestDesk } from '../../../test/support/desk.js';
import type { MergingDesk } from '../../../test/support/merging.js';
import { startStaffedDesk } from '../../../test/support/staffed-desk.js';

const SECOND = 1_000;
type ReplyEntry = Extract<ThreadEntry, { kind: 'reply' }>;

describe('a reply that cannot leave', () => {
  let desk: TestDesk;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let at: MergingDesk;
  let department: Department;

  beforeAll(async () => {
    ({ desk, asAna, asBo, asLead, at, department } = await startStaffedDesk({ undoSeconds: 10 }));
  });
  afterAll(() => desk.close());

  const sendable = async () => {
    const id = await at.received();
    await at.act(asAna, id, 'claim');
    expect((await at.reply(asAna, id, 'We come on Monday.')).status).toBe(201);
    return id;
  };
  /** As after a mistake in the desk itself: nothing that is received can be answered. */
  const spoil = (id: string) =>
    desk.dataSource.query(`UPDATE conversation SET status = 'received', officer_id = NULL WHERE id = $1`, [id]);
  const mend = (id: string) =>
    desk.dataSource.query(
      `UPDATE conversation SET status = 'assigned', officer_id = (SELECT officer_id FROM reply WHERE conversation_id = $1 LIMIT 1) WHERE id = $1`,
      [id],
    );
  /** As after a mistake in the desk itself, or a copy that was put back: the record and its history disagree. */
  const ageBy = (id: string, versions: number) =>
    desk.dataSource.query('UPDATE conversation SET version = version + $2 WHERE id = $1', [id, versions]);
  const failuresOf = async (id: string): Promise<number> => {
    const [row] = await desk.dataSource.query('SELECT leaving_failures FROM reply WHERE conversation_id = $1', [id]);
    return row.leaving_failures;
  };
  const undo = () => `/api/departments/${department.slug}/undo`;
  /** The sweep says that something failed; what it left behind is what counts. */
  const later = (milliseconds: number) => desk.passTime(milliseconds).catch(() => desk.drain());
  const replyOf = async (id: string) =>
    (await at.read(id)).thread.find((entry): entry is ReplyEntry => entry.kind === 'reply');
  const kindsFor = async (client: OfficerClient) =>
    ((await client.get('/api/notifications')).body as NotificationPage).items.map(({ kind }) => kind);
  const stuckIn = async (id: string) =>
    ((await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items.filter(
      ({ type }) => type === 'reply.stuck',
    );

  it('steps behind the others, tells its officer and who leads, once, and leaves when it can', async () => {
    const [spoilt, fine] = [await sendable(), await sendable()];
    await spoil(spoilt);
    await later(11 * SECOND);
    expect(await replyOf(fine)).toMatchObject({ state: 'sent' });
    expect(await replyOf(spoilt)).toMatchObject({ state: 'waiting', isStuck: false });
    await later(SECOND);
    expect(await failuresOf(spoilt)).toBe(1);
    for (let failure = 1; failure < STUCK_AFTER_FAILURES + 2; failure += 1) await later(2 ** failure * SECOND);
    expect(await replyOf(spoilt)).toMatchObject({ state: 'waiting', isStuck: true, may: { takeBack: true } });
    expect(await stuckIn(spoilt)).toHaveLength(1);
    expect(await kindsFor(asAna)).toEqual(['reply-stuck']);
    expect(await kindsFor(asLead)).toEqual(['reply-stuck']);
    expect(await kindsFor(asBo)).toEqual([]);

    await mend(spoilt);
    await later(600 * SECOND);
    expect(await replyOf(spoilt)).toMatchObject({ state: 'sent', isStuck: false });
    expect(await stuckIn(spoilt)).toHaveLength(1);
  });

  it('tells also where telling failed at first, and never keeps what is due after it', async () => {
    const broken = await sendable();
    // Its next fact would be the second one under the same version: neither leaving nor telling can be recorded.
    await ageBy(broken, -1);
    await later(11 * SECOND);
    for (let failure = 1; failure <= STUCK_AFTER_FAILURES; failure += 1) await later(2 ** failure * SECOND);
    const fine = await sendable();
    await later(11 * SECOND);
    expect(await replyOf(fine)).toMatchObject({ state: 'sent' });
    expect(await failuresOf(broken)).toBeGreaterThan(STUCK_AFTER_FAILURES);
    expect(await stuckIn(broken)).toEqual([]);

    await ageBy(broken, 1);
    await spoil(broken);
    for (let look = 0; look < 2; look += 1) await later(600 * SECOND);
    expect(await stuckIn(broken)).toHaveLength(1);
    await mend(broken);
    await later(600 * SECOND);
    expect(await replyOf(broken)).toMatchObject({ state: 'sent' });
  });

  describe('is not overtaken by what its officer sent after it', () => {
    const MONDAY = 'We come on Monday.';
    const TUESDAY = 'And on Tuesday too.';
    const states = async (id: string) =>
      Object.fromEntries(
        (await at.read(id)).thread.flatMap((entry) => (entry.kind === 'reply' ? [[entry.body, entry.state]] : [])),
      );
    /** In the order of the history. */
    const leftOf = async (id: string): Promise<string[]> => {
      const rows = await desk.dataSource.query(
        `SELECT r.body FROM conversation_event e JOIN reply r ON r.id = (e.payload ->> 'replyId')::uuid
         WHERE e.conversation_id = $1 AND e.type = 'reply.sent' ORDER BY e.version`,
        [id],
      );
      return rows.map(({ body }: { body: string }) => body);
    };
    /** Only the first one cannot leave: nothing else of its conversation is wrong. */
    const holdFirst = () =>
      desk.dataSource.query(
        `ALTER TABLE reply ADD CONSTRAINT held_up CHECK (body <> '${MONDAY}' OR state <> 'sent') NOT VALID`,
      );
    const letFirst = () => desk.dataSource.query('ALTER TABLE reply DROP CONSTRAINT held_up');

    it('in the look in which it fails first, nor until it has left', async () => {
      const id = await sendable();
      desk.clock.advance(5 * SECOND);
      await at.reply(asAna, id, TUESDAY);
      await holdFirst();
      for (const seconds of [16, 1]) {
        await later(seconds * SECOND);
        expect(await states(id)).toEqual({ [MONDAY]: 'waiting', [TUESDAY]: 'waiting' });
      }
      await letFirst();
      for (let look = 0; look < 2; look += 1) await later(SECOND);
      expect(await leftOf(id)).toEqual([MONDAY, TUESDAY]);
    });

    it('nor where its department lets replies leave at once by now', async () => {
      const id = await sendable();
      await holdFirst();
      await later(11 * SECOND);
      await asLead.send('PUT', undo(), { undoSeconds: 0 });
      expect((await at.reply(asAna, id, TUESDAY)).status).toBe(201);
      await later(SECOND);
      expect(await states(id)).toEqual({ [MONDAY]: 'waiting', [TUESDAY]: 'waiting' });
      await letFirst();
      for (let look = 0; look < 2; look += 1) await later(SECOND);
      expect(await leftOf(id)).toEqual([MONDAY, TUESDAY]);
      await asLead.send('PUT', undo(), { undoSeconds: 10 });
    });
  });
});
