import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { type PostedMessage, postAccepted, signIn } from '../support/clients.js';
import { signInAt, whenHolds } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { focusOf } from './focus.js';
import { barriersOn, photograph } from './look.js';

const LAMP = 'The street lamp at the school gate has been dark since Monday, and children cannot see the kerb.';
const ANSWER = 'Thank you. A crew repairs the lamp at the gate tonight.';
const PLAYGROUND = 'And another matter: the swing on the playground in the park is broken.';
const NOTE = 'It is your park since May. The citizen called twice.';

/** One officer and one conversation, from the borrowed answer to the colleagues in another department. */
(browserPath ? describe : describe.skip)('what is done to a conversation in its dialogs', () => {
  let desk: BrowserDesk;
  let lighting: Department;
  let lan: Visitor;
  let post: (message: Partial<PostedMessage>) => Promise<string>;
  let id = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    lighting = await buildDepartment(desk.dataSource, { nameEn: 'Street Lighting', nameZh: '路灯管理处' });
    const parks = await buildDepartment(desk.dataSource, { nameEn: 'Parks', nameZh: '园林局' });
    const { key } = await buildChannel(desk.dataSource);
    const officer = { isAvailable: false };
    const email = 'lan@desk.example';
    await buildOfficer(desk.dataSource, { ...officer, department: lighting, email, name: 'Zhao Lan' });
    await buildOfficer(desk.dataSource, { ...officer, department: parks, email: 'mei@desk.example', name: 'Mei Lin' });
    post = async (message) => {
      const accepted = await postAccepted(desk.api, key, { department: lighting.slug, ...message });
      await desk.drain();
      return accepted.conversationId;
    };
    // Words are telling where most texts do without them.
    await Promise.all(Array.from({ length: 90 }, () => postAccepted(desk.api, key, { department: lighting.slug })));
    const answered = await post({ body: LAMP });
    const asLan = await signIn(desk.api, email);
    const { version } = (await asLan.get(`/api/conversations/${answered}`)).body as ConversationView;
    await asLan.send('POST', `/api/conversations/${answered}/claim`, { version });
    const reply = { replyId: randomUUID(), body: ANSWER, version: version + 1 };
    expect((await asLan.send('POST', `/api/conversations/${answered}/replies`, reply)).status).toBe(201);
    await desk.drain();
    const author = { externalId: 'wang', name: 'Wang Fang' };
    id = await post({ externalId: 'first', author, body: `Good evening! ${LAMP} Please come.` });
    await post({ externalId: 'second', inReplyTo: 'first', author, body: PLAYGROUND });
    lan = await desk.browser.visitor();
    await signInAt(lan.page, desk.api, email);
    await lan.page.goto(`${desk.api}/conversations/${id}`);
  }, 60_000);
  afterAll(() => desk.close());

  const dialog = () => lan.page.getByRole('dialog');

  it('an answer to much the same question is borrowed, and lands in the reply', async () => {
    const { page } = lan;
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.getByRole('button', { name: 'Release', exact: true }).waitFor();
    const similar = page.getByRole('region', { name: 'Similar, answered' });
    await similar.getByText(/^Answer of/).click();
    await similar.getByText(ANSWER).waitFor();
    await photograph(page, 'dialogs-similar');
    expect(await barriersOn(page)).toEqual([]);
    await similar.getByRole('button', { name: 'Use this answer' }).click();
    await similar.getByText('Put into your reply').waitFor();
    await whenHolds(page.getByLabel(/^Reply to/), ANSWER);
  });

  it('its priority is raised by keyboard, with a reason where others are passed over for it', async () => {
    const { page } = lan;
    await page.getByRole('button', { name: 'Priority…' }).focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('Urgent').check();
    await dialog().getByRole('button', { name: 'Set priority' }).click();
    await dialog().getByText('Say why it is urgent').waitFor();
    await photograph(page, 'dialogs-priority');
    expect(await barriersOn(page)).toEqual([]);
    await dialog().getByLabel('Reason').fill('Children walk there in the dark.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Priority: Urgent.').first().waitFor();
    await expect(focusOf(page)).resolves.toContain('Priority');
  });

  it('a note that was begun and discarded is there again with one press', async () => {
    const { page } = lan;
    await page.getByRole('button', { name: 'Write a note' }).click();
    await page.getByLabel('Internal note').fill('The crew has no ladder.');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('The note was discarded.').first().waitFor();
    await photograph(page, 'dialogs-note-discarded');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText('The note was discarded.').getByRole('button', { name: 'Undo' }).click();
    await whenHolds(page.getByLabel('Internal note'), 'The crew has no ladder.');
    await page.getByLabel('Internal note').fill('');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('what is another matter is split off, and has its own reference and page', async () => {
    const { page } = lan;
    await page.getByRole('button', { name: 'Split…' }).click();
    await dialog().getByRole('button', { name: 'Split off' }).click();
    await dialog().getByText('Choose at least one message.').waitFor();
    await dialog()
      .getByLabel(new RegExp(PLAYGROUND.slice(0, 30)))
      .check();
    await dialog().getByLabel('Title of the new conversation').fill('The swing in the park');
    await photograph(page, 'dialogs-split');
    expect(await barriersOn(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Split off' }).click();
    await page.waitForURL((url) => !url.pathname.includes(id));
    await page.getByText('The swing in the park').first().waitFor();
    await page.getByText('Split off from', { exact: true }).waitFor();
    const thread = page.locator('article[data-kind=message]');
    expect([await thread.getByText(LAMP).count(), await thread.getByText(PLAYGROUND).count()]).toEqual([0, 1]);
  });

  it('goes to the colleagues whom it concerns, with a note that they read first', async () => {
    const { page } = lan;
    const moved = page.url();
    await page.getByRole('button', { name: 'Transfer…' }).click();
    await dialog().getByRole('button', { name: 'Transfer', exact: true }).click();
    await dialog().getByText('Fill this in.').waitFor();
    await dialog().getByLabel('Department').selectOption({ label: 'Parks' });
    await dialog().getByLabel('Note for the colleagues there').fill(NOTE);
    await photograph(page, 'dialogs-transfer');
    expect(await barriersOn(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Transfer', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await desk.drain();
    const mei = await desk.browser.visitor();
    await signInAt(mei.page, desk.api, 'mei@desk.example');
    await mei.page.goto(moved);
    await mei.page.getByText('Handed over by Zhao Lan, Street Lighting').waitFor();
    await mei.page.getByText(NOTE).first().waitFor();
    await photograph(mei.page, 'dialogs-handed-over');
    expect(await barriersOn(mei.page)).toEqual([]);
    expect([...lan.complaints, ...mei.complaints].filter((one) => !/status of (401|404)/.test(one))).toEqual([]);
  });
});
