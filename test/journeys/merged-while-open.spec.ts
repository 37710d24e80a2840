import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { signInAt, whenHolds } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, photograph } from './look.js';

const LAMP = 'The street lamp at the school gate has been dark since Monday, and children cannot see the kerb.';
const WORDS = 'Thank you for writing. A crew looks at the lamp tonight.';

/** Two officers at two browsers: one writes an answer while the other finds that it was asked twice. */
(browserPath ? describe : describe.skip)('a conversation merged while a colleague has it open', () => {
  let desk: BrowserDesk;
  let department: Department;
  let lan: Visitor;
  let bo: Visitor;
  let first: { id: string; reference: string };
  let second: { id: string; reference: string };

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Street Lighting', nameZh: '路灯管理处' });
    const { key } = await buildChannel(desk.dataSource);
    const officer = { department, isAvailable: false };
    await buildOfficer(desk.dataSource, { ...officer, email: 'lan@desk.example', name: 'Zhao Lan' });
    await buildOfficer(desk.dataSource, {
      ...officer,
      email: 'bo@desk.example',
      name: 'Bo Wei',
      roles: ['officer', 'supervisor'],
    });
    const post = async (body: string) => {
      const { conversationId, reference } = await postAccepted(desk.api, key, { department: department.slug, body });
      await desk.drain();
      return { id: conversationId, reference };
    };
    first = await post(LAMP);
    second = await post(`Hello! ${LAMP} Thank you.`);
    [lan, bo] = [await desk.browser.visitor(), await desk.browser.visitor()];
    await signInAt(lan.page, desk.api, 'lan@desk.example');
    await signInAt(bo.page, desk.api, 'bo@desk.example');
  }, 60_000);
  afterAll(() => desk.close());

  const at = (id: string) => `${desk.api}/conversations/${id}`;

  it('one officer claims the second one and begins to write', async () => {
    const { page } = lan;
    await page.goto(at(second.id));
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.getByLabel(/^Reply to/).fill(WORDS);
    await page.getByText('same words').or(page.getByText('of the words alike')).first().waitFor();
    await photograph(page, 'merging-related');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('the other one, at the first, is shown the second as perhaps the same matter, and merges it', async () => {
    const { page } = bo;
    await page.goto(at(first.id));
    await page.getByRole('heading', { name: 'Perhaps the same matter' }).waitFor();
    await page.getByRole('button', { name: 'Merge with this…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(`This one: ${first.reference} (the older one)`).waitFor();
    await dialog.getByLabel('Reason').fill('The same lamp.');
    await photograph(page, 'merging-dialog');
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Merged. It is carried on here.').first().waitFor();
    await page.getByText('Another conversation is carried on here. A reply goes to its citizen too.').waitFor();
    await page.getByRole('link', { name: `from ${second.reference}` }).waitFor();
    await photograph(page, 'merging-survivor');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('the first one’s screen says plainly what happened and by whom, and still has the words', async () => {
    const { page } = lan;
    const notice = page.getByRole('alert').filter({ hasText: `This conversation was merged into ${first.reference}` });
    await notice.waitFor();
    await notice.getByText(/^Bo Wei, /).waitFor();
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe(WORDS);
    expect(await page.getByRole('button', { name: 'Send reply' }).count()).toBe(0);
    await photograph(page, 'merging-merged-while-open');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('takes the words along to where it goes on, and answers both there', async () => {
    const { page } = lan;
    await page.getByRole('button', { name: `Take my text to ${first.reference}` }).click();
    await page.waitForURL(`**/conversations/${first.id}`);
    const field = page.getByLabel(/^Reply to/);
    await whenHolds(field, WORDS);
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByText('Reply sent.').first().waitFor();
    await page.goto(at(second.id));
    await page.getByRole('article').getByText(WORDS).first().waitFor();
    expect(await page.getByRole('button', { name: /^Take my text/ }).count()).toBe(0);
  });

  it('undoes it: both are on their own again, and both are answered', async () => {
    const { page } = bo;
    await page.goto(at(second.id));
    await page.getByRole('button', { name: 'Undo the merge' }).click();
    await page.getByText('The merge is undone: both are what they were.').first().waitFor();
    await page.getByText(`This conversation was merged into ${first.reference}`).waitFor({ state: 'detached' });
    await page.getByText('Answered', { exact: true }).first().waitFor();
    await page.getByText(`Bo Wei took it out of ${first.reference} again`).waitFor();
    await photograph(page, 'merging-undone');
  });

  it("nobody's browser met an error on the way", () => {
    const met = [lan, bo].flatMap(({ complaints }) => complaints);
    expect(met.filter((complaint) => !/status of (401|409)/.test(complaint))).toEqual([]);
  });
});
