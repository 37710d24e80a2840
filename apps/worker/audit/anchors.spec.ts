import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PublicAnchor, publicAnchorsSchema } from '#contracts/audit.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { auditChains, headsOfDay } from '#desk/audit/anchor.queries.js';
import { anchorDay } from '#desk/audit/anchor-day.js';
import { AUDITED_EVENT } from '#desk/audit/audited-event.sql.js';
import { genesisOf, linkHash } from '#desk/audit/chain-hash.js';
import { merkleRoot } from '#desk/audit/merkle-root.js';
import { firstAnchorMisfit } from '#desk/audit/verify-anchors.js';
import { type Break, firstBreak } from '#desk/audit/verify-chain.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { editTheRecord } from '../../../test/support/edited-record.js';

const DAY = 24 * 60 * 60 * 1000;
const MESSAGES = 4;

describe('the anchors of the record', () => {
  let desk: TestDesk;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());

  const query = (sql: string, values?: unknown[]) => desk.dataSource.query(sql, values);
  const edit = (sql: string, values: unknown[] = []) => editTheRecord(desk.dataSource, sql, values);
  const signal = new AbortController().signal;
  const publishedText = async () => (await fetch(`${desk.site}/open-data/audit-anchors.json`)).text();
  const published = async (): Promise<PublicAnchor[]> =>
    publicAnchorsSchema.parse(JSON.parse(await publishedText())).anchors;
  const dayBefore = () => new Date(desk.clock.now().getTime() - DAY).toISOString().slice(0, 10);
  const misfit = (saved: PublicAnchor[]) => firstAnchorMisfit(desk.dataSource, { saved, signal });
  const broken = ({ id }: Department): Promise<Break | null> =>
    firstBreak(desk.dataSource, id, { signal, onLinks: () => undefined });
  /** A department with some history, and the day of which the anchor covers it. */
  const anchored = async (): Promise<{ department: Department; day: string; last: number }> => {
    const department = await buildDepartment(desk.dataSource);
    for (let n = 0; n < MESSAGES; n += 1) await postAccepted(desk.api, key, { department: department.slug });
    await desk.passTime(0);
    await desk.passTime(DAY);
    const [{ seq }] = await query('SELECT max(seq)::int AS seq FROM audit_link WHERE chain_id = $1', [department.id]);
    return { department, day: dayBefore(), last: seq };
  };

  it('are made once for each day that ended, and published with nothing else', async () => {
    expect(await published()).toEqual([]);
    await anchored();
    const before = await published();
    expect(before.map(({ day }) => day)).toContain(dayBefore());
    await desk.passTime(0);
    expect(await published()).toEqual(before);
    await desk.passTime(3 * DAY);
    const days = (await published()).map(({ day }) => day);
    expect(days).toEqual([...before.map(({ day }) => day), dayBefore()]);
    expect(Object.keys(JSON.parse(await publishedText()).anchors[0])).toEqual(['day', 'root', 'madeAt']);
  });

  it('are made by one worker where many ask at once', async () => {
    const made = { day: '2001-01-01', madeAt: desk.clock.now() };
    const roots = await Promise.all([1, 2, 3].map(() => desk.dataSource.transaction((tx) => anchorDay(tx, made))));
    expect(roots.filter((root) => root !== null)).toHaveLength(1);
    expect(await misfit([])).toBeNull();
  });

  it('are sent to a reader once, and may be read by any page', async () => {
    const url = `${desk.site}/open-data/audit-anchors.json`;
    const first = await fetch(url);
    expect([first.headers.get('content-type'), first.headers.get('access-control-allow-origin')]).toEqual([
      'application/json; charset=utf-8',
      '*',
    ]);
    const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('hold when a clock jumps ahead and back again', async () => {
    const { department } = await anchored();
    const before = (await published()).map(({ day }) => day);
    await desk.passTime(30 * DAY);
    const ahead = dayBefore();
    await postAccepted(desk.api, key, { department: department.slug });
    await desk.passTime(0);
    await desk.passTime(-29 * DAY);
    const back = dayBefore();
    await desk.passTime(29 * DAY);
    const saved = await published();
    expect(saved.map(({ day }) => day)).toEqual([...before, back, ahead]);
    expect([await misfit(saved), await broken(department)]).toEqual([null, null]);
    await desk.passTime(DAY);
    expect(await published()).toHaveLength(saved.length + 1);
  });

  it('show an end that was cut off together with its links', async () => {
    const { department, day, last } = await anchored();
    const gone = 'SELECT event_id FROM audit_link WHERE chain_id = $1 AND seq >= $2';
    await edit(`DELETE FROM conversation_event WHERE id IN (${gone})`, [department.id, last - 1]);
    await edit('DELETE FROM audit_link WHERE chain_id = $1 AND seq >= $2', [department.id, last - 1]);
    expect(await broken(department)).toEqual({ kind: 'cut', seq: last - 1, eventId: null, day });
    await edit('DELETE FROM audit_link WHERE chain_id = $1', [department.id]);
    expect(await auditChains(desk.dataSource)).toContain(department.id);
    expect(await broken(department)).toEqual({ kind: 'cut', seq: 1, eventId: null, day });
  });

  it('show a chain that its owner computed anew', async () => {
    const { department, day, last } = await anchored();
    const saved = await published();
    await edit(
      `UPDATE conversation_event SET actor_kind = 'system' WHERE department_id = $1 AND type = 'message.received'`,
      [department.id],
    );
    await rewrite(department);
    const found = await broken(department);
    expect(found).toMatchObject({ kind: 'rewritten', seq: last, day });
    // And the anchors besides: then the saved copy tells.
    await edit(
      `UPDATE audit_anchor_chain a SET hash = l.hash FROM audit_link l
       WHERE l.chain_id = a.chain_id AND l.seq = a.seq AND a.chain_id = $1`,
      [department.id],
    );
    expect(await broken(department)).toBeNull();
    expect(await misfit([])).toEqual({ kind: 'unfounded', day });
    const root = merkleRoot(await headsOfDay(desk.dataSource, day));
    await edit('UPDATE audit_anchor SET root = $2 WHERE day = $1', [day, root]);
    expect(await misfit([])).toBeNull();
    expect(await misfit(saved)).toEqual({ kind: 'replaced', day });
    await edit('DELETE FROM audit_anchor_chain WHERE day = $1', [day]);
    await edit('DELETE FROM audit_anchor WHERE day = $1', [day]);
    expect(await misfit(saved)).toEqual({ kind: 'missing', day });
  });

  /** As somebody would who knows how the desk does it. */
  async function rewrite({ id }: Department): Promise<void> {
    const events = await query(
      `SELECT l.seq, ${AUDITED_EVENT} FROM audit_link l JOIN conversation_event e ON e.id = l.event_id
       WHERE l.chain_id = $1 ORDER BY l.seq`,
      [id],
    );
    let hash = genesisOf(id);
    for (const { seq, ...event } of events) {
      hash = linkHash(hash, event);
      await edit('UPDATE audit_link SET hash = $3 WHERE chain_id = $1 AND seq = $2', [id, seq, hash]);
    }
  }
});
