import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { openBrowser, openMortalBrowser, type TestBrowser, type Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const QUESTION = 'The bus to the school skips our stop since September. When will it stop here again?';
const SECOND = 'It is about line seven, I forgot to say so.';
const ANSWER = 'Line seven stops at your stop again from Monday.';
const THANKS = 'And thank you for telling us about the sign';
const UNDO_MS = 61_000;

/** One story in scenes, in two real browsers at once: each scene begins where the last one ended. */
(browserPath ? describe : describe.skip)('two officers on one conversation', () => {
  let desk: BrowserDesk;
  let lansBrowser: Awaited<ReturnType<typeof openMortalBrowser>>;
  let wusBrowser: TestBrowser;
  let lan: Visitor;
  let wu: Visitor;
  let address = '';
  let writeAgain: (body: string) => Promise<void>;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource, {
      nameEn: 'Transport',
      nameZh: '交通局',
      undoSeconds: 60,
    });
    const { key } = await buildChannel(desk.dataSource);
    // Neither takes what comes by itself, so that it waits for whoever writes first.
    const away = { department, isAvailable: false };
    await buildOfficer(desk.dataSource, { ...away, email: 'lan@desk.example', name: 'Zhao Lan' });
    await buildOfficer(desk.dataSource, { ...away, email: 'wu@desk.example', name: 'Wu Tao' });
    const post = (more: object) =>
      postAccepted(desk.api, key, {
        department: department.slug,
        author: { externalId: 'citizen', name: 'Wang Fang' },
        body: QUESTION,
        ...more,
      });
    const { conversationId } = await post({ externalId: 'first' });
    writeAgain = async (body) => {
      await post({ inReplyTo: 'first', body });
      await desk.drain();
    };
    await desk.drain();
    address = `${desk.api}/inbox/${conversationId}`;
    lansBrowser = await openMortalBrowser(browserPath ?? '');
    wusBrowser = await openBrowser(browserPath ?? '');
    [lan, wu] = [await lansBrowser.visitor(), await wusBrowser.visitor()];
  }, 60_000);
  afterAll(async () => {
    await lansBrowser.close();
    await wusBrowser.close();
    await desk.close();
  });

  // Waiting and looking for barriers take their time on a busy machine.
  jest.setTimeout(90_000);

  const open = async ({ page }: Visitor, email: string) => {
    await signInAt(page, desk.api, email);
    await page.goto(address);
    await field(page).waitFor();
  };
  const field = (page: Page) => page.getByLabel(/^Reply to/);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const isSaved = (page: Page) => page.getByText('Draft saved on the desk').waitFor();
  /** In the composer or anywhere: the words as they stand in the field. */
  const words = (page: Page) => field(page).inputValue();
  const holds = async (page: Page, body: string) => {
    await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, body);
  };

  it('each sees that the other has it open', async () => {
    await Promise.all([open(lan, 'lan@desk.example'), open(wu, 'wu@desk.example')]);
    await lan.page.getByText('Wu Tao is looking at this').waitFor();
    await wu.page.getByText('Zhao Lan is looking at this').waitFor();
  });

  it('the second one is warned before writing, and may read what the first one has', async () => {
    await field(lan.page).fill('Line seven');
    await isSaved(lan.page);
    await wu.page.getByText('Zhao Lan is writing a reply here at this moment.').waitFor();
    expect(await field(wu.page).isEditable()).toBe(false);
    await button(wu.page, 'Read the draft of Zhao Lan').click();
    await wu.page.getByText('Line seven', { exact: true }).waitFor();
    await photograph(wu.page, 'two-officers-warned');
    expect(await barriersOn(wu.page)).toEqual([]);
  });

  it('goes on all the same, and then both know', async () => {
    await button(wu.page, 'Write anyway').click();
    await field(wu.page).fill('I am on it too.');
    await isSaved(wu.page);
    await lan.page.getByText('Wu Tao is writing a reply here at this moment.').waitFor();
  });

  it('what the citizen writes meanwhile holds the send up, and is shown beside the words', async () => {
    await field(lan.page).fill(ANSWER);
    await writeAgain(SECOND);
    await lan.page.getByText('New since you began to write').waitFor();
    await button(lan.page, 'Claim and send').click();
    await lan.page.getByText('Not sent: this came in before you pressed send').waitFor();
    expect(await lan.page.locator('form').getByText(SECOND).count()).toBe(1);
    expect(await words(lan.page)).toBe(ANSWER);
    await photograph(lan.page, 'two-officers-something-new');
    expect(await barriersOn(lan.page)).toEqual([]);
  });

  it('sent twice by a double click it waits once, and says for how long', async () => {
    await button(lan.page, 'I have read it: send my reply').dblclick();
    await lan.page.getByText(/^Leaves in \d+ s$/).waitFor();
    expect(await lan.page.locator('article[data-kind=reply]').count()).toBe(1);
    await wu.page.getByText(/^Leaves in \d+ s$/).waitFor();
    await wu.page.getByText(/You cannot reply here any more/).waitFor();
    expect(await words(wu.page)).toBe('I am on it too.');
    await photograph(lan.page, 'two-officers-leaving');
    expect(await barriersOn(lan.page)).toEqual([]);
    expect(await barriersOn(wu.page)).toEqual([]);
  });

  it('is taken back by one key, also after a reload, with the words in the composer again', async () => {
    await lan.page.reload();
    await button(lan.page, 'Take it back').waitFor();
    await lan.page.keyboard.press('u');
    await holds(lan.page, ANSWER);
    await wu.page.locator('article[data-kind=reply]').waitFor({ state: 'detached' });
    await desk.passTime(UNDO_MS);
    expect(await lan.page.locator('article[data-kind=reply]').count()).toBe(0);
  });

  it('can still be taken back after going on to something else', async () => {
    await field(lan.page).focus();
    await lan.page.keyboard.press('Control+Enter');
    await lan.page.waitForFunction(() => document.activeElement?.hasAttribute('data-undo'));
    await lan.page.keyboard.press('Escape');
    await lan.page.getByText(/^Your reply to Wang Fang leaves in/).waitFor();
    expect(await barriersOn(lan.page)).toEqual([]);
    await lan.page.keyboard.press('u');
    await holds(lan.page, ANSWER);
  });

  it('sent by keyboard it leaves when its time has come, on both screens', async () => {
    await field(lan.page).focus();
    await lan.page.keyboard.press('Control+Enter');
    await button(lan.page, 'Take it back').waitFor();
    await lan.page.waitForFunction(() => document.activeElement?.hasAttribute('data-undo'));
    await desk.passTime(UNDO_MS);
    for (const { page } of [lan, wu]) {
      await page.getByText(/^Leav/).waitFor({ state: 'detached' });
      expect(await page.locator('article[data-kind=reply]').getByText(ANSWER).count()).toBe(1);
    }
    expect(await words(lan.page)).toBe('');
  });

  it('is corrected in the open', async () => {
    await button(lan.page, 'Correct…').click();
    const dialog = lan.page.getByRole('dialog');
    await dialog.getByLabel('Text', { exact: true }).fill('Line seven stops at your stop again from Tuesday.');
    await dialog.getByLabel('Reason').fill('The road works take a day longer.');
    expect(await barriersOn(lan.page)).toEqual([]);
    await photograph(lan.page, 'two-officers-correcting');
    await dialog.getByRole('button', { name: 'Publish correction' }).click();
    await wu.page.getByText(/Corrected by Zhao Lan .*The road works take a day longer/).waitFor();
    const visitor = await wusBrowser.visitor();
    await visitor.page.goto(
      (await lan.page
        .getByRole('link', { name: /public page/i })
        .first()
        .getAttribute('href')) ?? '',
    );
    await visitor.page.getByText('Reason: The road works take a day longer.').waitFor();
    await visitor.page.getByText('Read the earlier text').click();
    await visitor.page.getByText(ANSWER).waitFor();
    await photograph(visitor.page, 'two-officers-corrected-in-public');
    expect(await barriersOn(visitor.page)).toEqual([]);
  });

  it('words survive a killed browser and follow to the telephone', async () => {
    await field(lan.page).fill(THANKS);
    await isSaved(lan.page);
    await lansBrowser.kill();
    // Somebody whose browser is gone is gone from the screens of the others too.
    await desk.passTime(21_000);
    await wu.page.getByRole('list', { name: 'Also here' }).waitFor({ state: 'detached' });
    lansBrowser = await openMortalBrowser(browserPath ?? '');
    lan = await lansBrowser.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await open(lan, 'lan@desk.example');
    await holds(lan.page, THANKS);
    expect(await overflowOf(lan.page)).toBe(0);
    await photograph(lan.page, 'two-officers-telephone');
    expect(await barriersOn(lan.page)).toEqual([]);
  });

  it('two devices of one officer: the newer words are shown, and a conflict with both', async () => {
    const atTheDesk = await lansBrowser.visitor();
    await open(atTheDesk, 'lan@desk.example');
    await holds(atTheDesk.page, THANKS);
    await field(atTheDesk.page).fill(`${THANKS}.`);
    await holds(lan.page, `${THANKS}.`);
    const unplugged = (route: Route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback());
    await lan.page.route('**/draft', unplugged);
    await field(lan.page).fill(`${THANKS} at the corner.`);
    await lan.page.getByText(/Not saved on the desk yet/).waitFor();
    await field(atTheDesk.page).fill('Something else altogether.');
    await isSaved(atTheDesk.page);
    await lan.page.getByText('You have written something else on another device').waitFor();
    await lan.page.getByText('Something else altogether.').waitFor();
    await photograph(lan.page, 'two-officers-two-devices');
    expect(await barriersOn(lan.page)).toEqual([]);
    expect(await overflowOf(lan.page)).toBe(0);
    await lan.page.unroute('**/draft', unplugged);
    await button(lan.page, 'Keep the text from here').click();
    await holds(atTheDesk.page, `${THANKS} at the corner.`);
  });

  it('what was not saved anywhere yet is there again after the page was closed', async () => {
    const { page } = lan;
    await page.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));
    await field(page).fill('Only on this device.');
    await page.getByText(/Not saved on the desk yet/).waitFor();
    await page.close();
    const again = await page.context().newPage();
    await again.goto(address);
    await holds(again, 'Only on this device.');
    await isSaved(again);
  });

  it('an officer who is removed while writing is told so, and keeps the words', async () => {
    expect(await words(wu.page)).toBe('I am on it too.');
    await desk.dataSource.query(
      `DELETE FROM role_grant WHERE officer_id = (SELECT id FROM officer WHERE email = 'wu@desk.example')`,
    );
    await wu.page.reload();
    await wu.page.getByText('What you had written here').waitFor();
    await wu.page.getByText('I am on it too.').waitFor();
    await photograph(wu.page, 'two-officers-removed');
    expect(await barriersOn(wu.page)).toEqual([]);
  });

  it("nobody's browser met an error on the way but the refusals and the pulled plug", () => {
    // A draft that is being read when it is sent is not there any more.
    const expected = /status of (401|404|409)|drafts\/|ERR_FAILED|ERR_ABORTED/;
    const met = [lan, wu].flatMap(({ complaints }) => complaints);
    expect(met.filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
});
