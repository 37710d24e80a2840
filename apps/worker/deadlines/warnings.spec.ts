import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeadlinePolicyVersion } from '#database/entities/deadline-policy-version.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel } from '../../../test/support/build.js';
import { signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { HOUR, toldOf, warnedDesk, warningsIn, within } from '../../../test/support/warned-desk.js';

describe('warnings before a promise is broken', () => {
  let desk: TestDesk;
  let key: string;
  let at: Awaited<ReturnType<typeof warnedDesk>>;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    at = await warnedDesk(desk, key);
  });

  const told = (officer: Officer) => toldOf(desk, officer);
  const shares = async () => (await warningsIn(desk, at.department)).map(({ share }) => share);
  const hours = (n: number) => desk.passTime(n * HOUR);

  it('tells at each share whom it concerns, once', async () => {
    const { conversationId } = await at.post();
    await hours(4.9);
    expect(await told(at.ana)).toEqual([]);
    await hours(0.2);
    await hours(0);
    expect(await told(at.ana)).toEqual(['deadline-near']);
    await hours(3);
    expect(await shares()).toEqual([0.5, 0.8]);
    for (const other of [at.bo, at.lead, at.head]) expect(await told(other)).toEqual([]);
    await hours(2);
    await hours(100);
    expect(await told(at.ana)).toEqual(['deadline-near', 'deadline-passed']);
    for (const one of [at.lead, at.head]) expect(await told(one)).toEqual(['deadline-passed']);
    expect(await told(at.bo)).toEqual([]);
    const warned = await warningsIn(desk, at.department);
    expect(warned.map(({ share }) => share)).toEqual([0.5, 0.8, 1]);
    expect(warned[2]).toMatchObject({
      conversationId,
      kind: 'answer',
      ordinal: 1,
      told: expect.arrayContaining([at.head.id]),
    });
  });

  it('leaves the screens of officers as they are, and stands in its place in the history', async () => {
    const { conversationId } = await at.post();
    const read = async () => (await at.asLead.get(`/api/conversations/${conversationId}`)).body as { version: number };
    const { version } = await read();
    await hours(5.1);
    expect((await read()).version).toBe(version);
    await at.reply(conversationId);
    const { items } = (await at.asLead.get(`/api/conversations/${conversationId}/events`)).body as {
      items: { type: string; detail: object }[];
    };
    expect(items.slice(-2)).toMatchObject([
      { type: 'deadline.warned', detail: { share: 0.5, toldNames: [at.ana.name] } },
      { type: 'reply.sent' },
    ]);
  });

  it('tells the stand-in of who is out of office, from the second share on', async () => {
    await at.post();
    const from = desk.clock.now().toISOString();
    const hoursOf = { timeZone: null, workingHours: [], outOfOffice: { from, until: null, standInId: at.bo.id } };
    await at.sent(at.asAna, 'PUT', '/api/me/hours', { version: 1, ...hoursOf });
    await hours(5.1);
    expect(await told(at.bo)).toEqual([]);
    await hours(3);
    expect(await told(at.bo)).toEqual(['deadline-near']);
    expect(await told(at.ana)).toEqual(['deadline-near']);
  });

  it('tells the supervisors of what nobody has in hand', async () => {
    const { conversationId } = await at.post();
    await at.sent(at.asAna, 'PUT', '/api/me/availability', { isAvailable: false });
    await at.act(at.asAna, conversationId, 'release');
    await hours(5.1);
    expect(await told(at.ana)).toEqual([]);
    expect(await told(at.lead)).toEqual(['deadline-near']);
    expect(await told(at.head)).toEqual([]);
  });

  it('tells of several shares at once only the highest, and notes all', async () => {
    const { conversationId } = await at.post();
    await hours(70);
    expect(await told(at.ana)).toEqual(['deadline-passed']);
    expect(await shares()).toEqual([1]);
    const rows = await desk.dataSource.query(
      'SELECT share::float8 AS share FROM deadline_warning WHERE conversation_id = $1 ORDER BY share',
      [conversationId],
    );
    expect(rows).toEqual([0.5, 0.8, 1].map((share) => ({ share })));
  });

  it('alarms nobody with what was over long ago', async () => {
    await at.post();
    await hours(24 * 40);
    expect(await shares()).toEqual([]);
    expect(await told(at.ana)).toEqual([]);
  });

  it('follows the shares of the policy', async () => {
    await at.promise(within(10, { warnAt: [0.25] }));
    await at.post();
    await hours(2.6);
    expect(await shares()).toEqual([0.25]);
    await hours(20);
    expect(await shares()).toEqual([0.25]);
    expect(await told(at.lead)).toEqual([]);
  });

  it('warns of nothing that was answered or closed a moment ago', async () => {
    const [answered, closed] = [await at.post(), await at.post()];
    await at.reply(answered.conversationId);
    await at.act(at.asAna, closed.conversationId, 'close', { reason: 'It was spam.' });
    await hours(11);
    expect(await shares()).toEqual([]);
  });

  it('warns of what is snoozed as well', async () => {
    const { conversationId } = await at.post();
    const until = new Date(desk.clock.now().getTime() + 9 * HOUR).toISOString();
    await at.act(at.asAna, conversationId, 'snooze', { until });
    await hours(5.1);
    expect(await told(at.ana)).toEqual(['deadline-near']);
  });

  it('stands still while the citizen is asked something', async () => {
    const { conversationId, externalId } = await at.post();
    await hours(4);
    await at.reply(conversationId, { kind: 'question' });
    await hours(20);
    expect(await shares()).toEqual([]);
    await at.post({ inReplyTo: externalId });
    await hours(0.5);
    expect(await shares()).toEqual([]);
    await hours(1);
    expect(await shares()).toEqual([0.5]);
  });

  it('comes later after a holding reply, and not again for what was used up anyway', async () => {
    const { conversationId } = await at.post();
    await hours(5.1);
    const until = new Date(desk.clock.now().getTime() + 14.9 * HOUR).toISOString();
    await at.reply(conversationId, { kind: 'holding', until, reason: 'The plans are in the archive.', body: '' });
    await hours(4);
    expect(await shares()).toEqual([0.5]);
    await hours(1);
    expect(await shares()).toEqual([0.5, 0.5]);
    await hours(6);
    expect(await shares()).toEqual([0.5, 0.5, 0.8]);
  });

  it('warns at once of what a shorter promise has used up, and once more of what a longer one uses up anew', async () => {
    await at.post();
    await hours(4);
    await at.promise(within(5));
    await hours(0);
    expect(await shares()).toEqual([0.8]);
    await at.promise(within(7));
    await hours(0);
    expect(await shares()).toEqual([0.8]);
    await hours(1.7);
    expect(await shares()).toEqual([0.8, 0.8]);
    await hours(1.5);
    expect(await shares()).toEqual([0.8, 0.8, 1]);
  });

  it('tells nobody again of what was used up anyway when the promise moved', async () => {
    await at.post();
    await hours(5.1);
    await hours(3);
    await hours(1);
    // Half of it was used up after 5 hours and is after 5.5, four fifths after 8 and 8.8: both before now.
    await at.promise(within(11));
    await hours(0);
    expect(await shares()).toEqual([0.5, 0.8]);
    await hours(2);
    expect(await shares()).toEqual([0.5, 0.8, 1]);
  });

  it('finds in the inbox whose last warning before the end has come', async () => {
    const { conversationId } = await at.post();
    const near = async () => {
      const client = await signIn(desk.api, at.lead.email);
      const { items } = (await client.get('/api/inbox?view=queue&deadline=near')).body as { items: { id: string }[] };
      return items.map(({ id }) => id);
    };
    await hours(7.9);
    expect(await near()).toEqual([]);
    await hours(0.2);
    expect(await near()).toEqual([conversationId]);
    await at.promise(within(20));
    expect(await near()).toEqual([]);
    await at.promise(within(8));
    expect(await near()).toEqual([]);
  });

  it('tells of a merged one at the conversation in which it is carried on', async () => {
    const part = await at.post();
    await hours(2);
    const survivor = await at.post();
    const { version } = (await at.asLead.get(`/api/conversations/${survivor.conversationId}`)).body as {
      version: number;
    };
    await at.act(at.asLead, part.conversationId, 'merge', { intoId: survivor.conversationId, intoVersion: version });
    await hours(3.1);
    expect(await warningsIn(desk, at.department)).toMatchObject([
      {
        conversationId: survivor.conversationId,
        fromId: part.conversationId,
        fromReference: part.reference,
        told: [at.ana.id],
      },
    ]);
  });

  describe('of a letter', () => {
    /** Begun by ana, of what bo has in hand. */
    const begun = async () => {
      const [general] = within(10).rules;
      if (!general) throw new Error('nothing is promised');
      await at.promise(within(10, { rules: [{ ...general, kind: 'letter' }] }));
      const { conversationId } = await at.post();
      await at.act(at.asLead, conversationId, 'assign', { officerId: at.bo.id });
      const { status, body } = await at.asAna.send('POST', '/api/letters', { conversationId });
      expect(status).toBe(200);
      return body as { id: string; version: number };
    };
    const toldWho = async () => {
      await hours(5.1);
      expect(await warningsIn(desk, at.department)).toMatchObject([{ kind: 'letter', share: 0.5 }]);
      return (await warningsIn(desk, at.department))[0]?.told;
    };

    it('tells whoever writes it', async () => {
      await begun();
      expect(await toldWho()).toEqual([at.ana.id]);
    });

    it('tells whoever wrote in it last', async () => {
      const { id, version } = await begun();
      const text = { title: 'On the water', salutation: '', body: 'We look into it.', officialId: null };
      const asBo = await signIn(desk.api, at.bo.email);
      await at.sent(asBo, 'PUT', `/api/letters/${id}/draft`, { version, ...text });
      expect(await toldWho()).toEqual([at.bo.id]);
    });

    it('tells whoever has it in hand, where its writer works in the department no more', async () => {
      await begun();
      await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [at.ana.id]);
      expect(await toldWho()).toEqual([at.bo.id]);
    });
  });

  it('tells once of shares that are no round numbers', async () => {
    const uneven = await at.asLead.send('PUT', `/api/departments/${at.department.slug}/deadline-policy`, {
      ...{ version: 1, why: 'As agreed.', policy: within(10, { warnAt: [1 / 3] }) },
    });
    expect([uneven.status, uneven.body]).toMatchObject([422, { errors: [{ field: 'policy.warnAt.0' }] }]);
    await desk.dataSource.getRepository(DeadlinePolicyVersion).insert({
      ...{ departmentId: at.department.id, version: 2, policy: within(10, { warnAt: [1 / 3, 0.6667] }) },
      ...{ why: 'spec', createdBy: null, createdAt: desk.clock.now() },
    });
    await at.post();
    await hours(3.4);
    await hours(1);
    expect(await shares()).toEqual([1 / 3]);
    await hours(3);
    expect(await shares()).toEqual([1 / 3, 0.6667]);
    const due: unknown[] = await desk.dataSource.query(
      'SELECT 1 FROM deadline WHERE promised_by = $1 AND next_warning_at IS NOT NULL',
      [at.department.id],
    );
    expect(due).toEqual([]);
  });
});
