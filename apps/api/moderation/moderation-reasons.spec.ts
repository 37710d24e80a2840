import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModerationReasonView } from '#contracts/moderation-reasons.http.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

describe('the catalogue of reasons', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
  });
  afterAll(() => at.close());

  const PATH = '/api/moderation/reasons';
  const fields = {
    wording: { en: 'it names a child', zh: '涉及未成年人姓名' },
    isPublic: true,
    basis: 'law',
    basisWording: { en: 'The law on minors.', zh: '未成年人保护法律。' },
    instead: { en: 'Leave out the name.', zh: '请去掉姓名。' },
    decisions: ['redact', 'hide'],
  };
  const all = async () =>
    ((await at.people.moderator.get(PATH)).body as { items: ModerationReasonView[] }).items.map(
      ({ code, version, isRetired }) => ({ code, version, isRetired }),
    );

  it('begins with reasons in both languages for every decision', async () => {
    const { body } = await at.people.moderator.get(PATH);
    const { items } = body as { items: ModerationReasonView[] };
    const decisions = new Set(items.flatMap((item) => item.decisions));
    expect([...decisions].sort()).toEqual(['hide', 'hold', 'publish', 'redact', 'reject', 'restore']);
    for (const { wording, basisWording } of items) {
      expect([wording.en, wording.zh, basisWording.en, basisWording.zh].every((words) => words.trim() !== '')).toBe(
        true,
      );
    }
  });

  it('is kept by administrators, in both languages, and says what to do instead', async () => {
    const { admin, moderator, supervisor } = at.people;
    const reason = { code: 'minor', ...fields };
    for (const who of [moderator, supervisor]) expect((await who.send('POST', PATH, reason)).status).toBe(403);
    const missing = [{ wording: { en: 'x', zh: ' ' } }, { instead: { en: '', zh: '' } }, { code: 'No Code' }];
    for (const more of missing) expect((await admin.send('POST', PATH, { ...reason, ...more })).status).toBe(422);
    expect((await admin.send('POST', PATH, reason)).status).toBe(201);
    expect((await admin.send('POST', PATH, reason)).status).toBe(422);
  });

  it('keeps the words of then with the decision, whatever the catalogue says later', async () => {
    const body = 'Little Ming of class two fell off the swing.';
    const { conversationId, messageId, reference } = await at.post({ body });
    await at.people.admin.send('POST', PATH, { code: 'pupil', ...fields });
    await at.decide(messageId, { decision: 'hide', reason: 'pupil' });
    const changed = { ...fields, version: 1, isRetired: true, wording: { en: 'NEWER WORDS', zh: '新词' } };
    expect((await at.people.admin.send('PUT', `${PATH}/pupil`, changed)).status).toBe(200);
    const text = await (await at.trackingPage(conversationId))();
    expect(text).toContain('it names a child');
    expect(text).not.toContain('NEWER WORDS');
    const versions = (await at.people.moderator.get(`${PATH}/pupil/versions`)).body as { items: { version: number }[] };
    expect(versions.items.map(({ version }) => version)).toEqual([2, 1]);
    expect(reference).not.toBe('');
  });

  it('refuses a change of an older version, and a retired reason', async () => {
    await at.people.admin.send('POST', PATH, { code: 'once', ...fields });
    const change = { ...fields, version: 1, isRetired: true };
    const answers = await Promise.all([1, 2].map(() => at.people.admin.send('PUT', `${PATH}/once`, change)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await all()).toContainEqual({ code: 'once', version: 2, isRetired: true });
    const { messageId } = await at.post({ body: 'A bench in the park is broken since June.' });
    expect((await at.decide(messageId, { decision: 'hide', reason: 'once' })).status).toBe(422);
  });

  it('never changes a version that somebody was told', async () => {
    const change = at.desk.dataSource.query(`UPDATE moderation_reason SET wording_en = 'x' WHERE code = 'abuse'`);
    await expect(change).rejects.toThrow(/never changed/);
  });
});
