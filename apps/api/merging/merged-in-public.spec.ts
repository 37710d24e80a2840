import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActedPair } from '#contracts/merging.http.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, type PostedMessage, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

describe('what the public and each citizen see of merged and split conversations', () => {
  let desk: TestDesk;
  let at: MergingDesk;
  let slug: string;
  let officer: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    const department = await buildDepartment(desk.dataSource);
    const { key } = await buildChannel(desk.dataSource);
    slug = department.slug;
    officer = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department, isAvailable: false })).email);
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    at = new MergingDesk(desk, { key, department, lead: await signIn(desk.api, lead.email) });
  });
  afterAll(() => desk.close());

  interface Written {
    id: string;
    externalId: string;
    /** The path of the tracking page. */
    track: string;
    /** The path of the public page, whether there is one or not. */
    page: string;
  }

  /** A citizen's conversation; the body is given a word by which it is found again. */
  async function written(word: string, message: Partial<PostedMessage> = {}): Promise<Written> {
    const externalId = randomUUID();
    const body = `${word}: the street lamp at the school gate is dark and children cannot see the kerb.`;
    const id = await at.received({ externalId, body, ...message });
    const token = randomUUID();
    const hash = createHash('sha256').update(token).digest();
    await desk.dataSource.query('UPDATE conversation SET tracking_hash = $2 WHERE id = $1', [id, hash]);
    const { reference } = await at.read(id);
    return { id, externalId, track: `/track/${token}`, page: `/conversations/${reference}` };
  }
  const open = async (path: string) => {
    const response = await fetch(`${desk.site}${path}`, { redirect: 'manual' });
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };
  const shows = async (path: string, words: string[]) => {
    const { text } = await open(path);
    return words.filter((word) => text.includes(word));
  };
  const answer = async (id: string, body: string) => {
    const view = await at.read(id);
    if (view.status !== 'assigned') await at.act(officer, id, 'claim');
    const sent = await at.reply(officer, id, body);
    if (sent.status !== 201) throw new Error(`the reply was answered ${sent.status}: ${JSON.stringify(sent.body)}`);
  };

  it('leads from the public page of the merged one to the survivor, which shows both once', async () => {
    const [survivor, merged] = [await written('FIRST-WORDS'), await written('SECOND-WORDS')];
    await at.merge(officer, merged.id, survivor.id);
    expect(await open(merged.page)).toMatchObject({ status: 302, location: expect.stringContaining(survivor.page) });
    expect(await shows(survivor.page, ['FIRST-WORDS', 'SECOND-WORDS'])).toEqual(['FIRST-WORDS', 'SECOND-WORDS']);
    const { text } = await open(`/departments/${slug}`);
    expect([text.includes(survivor.page), text.includes(merged.page)]).toEqual([true, false]);
    await at.act(officer, merged.id, 'unmerge');
    expect((await open(merged.page)).status).toBe(200);
    expect(await shows(survivor.page, ['SECOND-WORDS'])).toEqual([]);
  });

  it('answers every citizen on the tracking page that each of them has', async () => {
    const [survivor, merged] = [await written('ONE'), await written('OTHER')];
    await answer(survivor.id, 'EARLIER-ANSWER for the first one only.');
    await at.merge(officer, merged.id, survivor.id);
    await answer(survivor.id, 'ANSWER-TO-BOTH: the lamp is repaired.');
    for (const { track } of [survivor, merged]) expect(await shows(track, ['ANSWER-TO-BOTH'])).toHaveLength(1);
    await at.act(officer, merged.id, 'unmerge');
    expect(await shows(merged.track, ['ANSWER-TO-BOTH', 'EARLIER-ANSWER'])).toEqual(['ANSWER-TO-BOTH']);
    expect(await shows(merged.page, ['ANSWER-TO-BOTH', 'EARLIER-ANSWER'])).toEqual(['ANSWER-TO-BOTH']);
    await answer(survivor.id, 'AFTER-THE-PARTING');
    for (const path of [merged.track, merged.page]) expect(await shows(path, ['AFTER-THE-PARTING'])).toEqual([]);
  });

  it('never shows what one citizen wrote for the department to the public or to another citizen', async () => {
    const survivor = await written('PUBLIC-WORDS');
    const author = { externalId: randomUUID(), name: 'Li Si' };
    const merged = await written('PRIVATE-WORDS', { visibility: 'department', author });
    await answer(merged.id, 'PRIVATE-ANSWER');
    await at.merge(officer, merged.id, survivor.id);
    const further = (body: string, visibility: string) => at.followUp(merged.externalId, { author, body, visibility });
    await further('PRIVATE-MORE about my own household.', 'department');
    await further('LATER-BESIDE-PRIVATE, said loudly.', 'public');
    const secrets = ['PRIVATE-WORDS', 'PRIVATE-ANSWER', 'PRIVATE-MORE', 'LATER-BESIDE-PRIVATE'];
    for (const path of [survivor.page, survivor.track, `/departments/${slug}`, '/'])
      expect([path, await shows(path, secrets)]).toEqual([path, []]);
    expect(await shows(merged.track, secrets)).toEqual(secrets);
    expect(await shows(merged.track, ['PUBLIC-WORDS'])).toEqual(['PUBLIC-WORDS']);
    expect((await open(merged.page)).status).toBe(404);
  });

  it('keeps an answer from the public that also answers what is for the department, also after they part', async () => {
    const survivor = await written('OPEN-QUESTION');
    const merged = await written('CONFIDENTIAL-QUESTION', { visibility: 'department' });
    await at.merge(officer, merged.id, survivor.id);
    expect((await at.read(survivor.id)).isReplyPublic).toBe(false);
    await answer(survivor.id, 'ANSWER-WITH-DETAILS');
    expect(await shows(survivor.page, ['ANSWER-WITH-DETAILS'])).toEqual([]);
    for (const { track } of [survivor, merged]) expect(await shows(track, ['ANSWER-WITH-DETAILS'])).toHaveLength(1);
    await at.act(officer, merged.id, 'unmerge');
    expect(await shows(survivor.page, ['ANSWER-WITH-DETAILS'])).toEqual([]);
    await answer(survivor.id, 'PUBLIC-AGAIN');
    expect(await shows(survivor.page, ['PUBLIC-AGAIN'])).toEqual(['PUBLIC-AGAIN']);
  });

  it('keeps a private answer private where its question was split off', async () => {
    const source = await written('SOURCE-OPENING');
    await at.followUp(source.externalId, { body: 'PRIVATE-FOLLOW-UP', visibility: 'department' });
    await answer(source.id, 'ANSWER-TO-PRIVATE');
    const chosen = (await at.read(source.id)).thread.find(
      (entry) => 'body' in entry && entry.body === 'PRIVATE-FOLLOW-UP',
    );
    const { status, body } = await at.act(officer, source.id, 'split', { messageIds: [chosen?.id] });
    expect(status).toBe(201);
    const made = await at.read((body as ActedPair).conversation.id);
    expect(await shows(source.page, ['ANSWER-TO-PRIVATE', 'PRIVATE-FOLLOW-UP'])).toEqual([]);
    expect((await open(`/conversations/${made.reference}`)).status).toBe(404);
  });

  it('shows what was split off twice through the first link', async () => {
    const author = { externalId: randomUUID(), name: 'Qian Yi' };
    const source = await written('LAMP-FIRST', { author });
    await at.followUp(source.externalId, { author, body: 'BINS-NEXT: the bins were not emptied.' });
    await at.followUp(source.externalId, { author, body: 'BENCH-LAST: the bench is broken.' });
    const [, bins, bench] = (await at.read(source.id)).thread.map(({ id }) => id);
    const splitOff = async (id: string, messageIds: unknown[]) => {
      const { status, body } = await at.act(officer, id, 'split', { messageIds });
      expect(status).toBe(201);
      return at.read((body as ActedPair).conversation.id);
    };
    const once = await splitOff(source.id, [bins, bench]);
    const twice = await splitOff(once.id, [bench]);
    await answer(twice.id, 'BENCH-ANSWER');
    const all = ['LAMP-FIRST', 'BINS-NEXT', 'BENCH-LAST', 'BENCH-ANSWER', once.reference, twice.reference];
    expect(await shows(source.track, all)).toEqual(all);
  });

  it('shows both matters through the one link after a split', async () => {
    const author = { externalId: randomUUID(), name: 'Zhao Min' };
    const source = await written('LAMP-MATTER', { author });
    await at.followUp(source.externalId, { author, body: 'BIN-MATTER: the bins were not emptied.' });
    const chosen = (await at.read(source.id)).thread.at(-1)?.id;
    const { body } = await at.act(officer, source.id, 'split', { messageIds: [chosen] });
    const made = await at.read((body as ActedPair).conversation.id);
    await answer(made.id, 'BIN-ANSWER');
    const both = ['LAMP-MATTER', 'BIN-MATTER', 'BIN-ANSWER', made.reference];
    expect(await shows(source.track, both)).toEqual(both);
    expect(await shows(`/conversations/${made.reference}`, both)).toEqual(both.slice(1));
    expect(await shows(source.page, both)).toEqual(['LAMP-MATTER']);
  });
});
