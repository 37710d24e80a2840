import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer, buildOfficial } from '../support/build.js';
import { inboxRows, markAgainstReload, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, photograph } from './look.js';

const QUESTION = 'Our tap has been dry since Monday, and nobody in the street knows why.';
const REPLY = 'Sorry about the dry tap. A crew is at the broken main now; water should be back by six.';
const SECOND = 'Water came back, thank you. But this was the third break this year. Will the main be replaced?';
const LETTER = ['The main in your street dates from 1971 and will be replaced this spring.', 'You were right to ask.'];

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('from the first question to a published letter, in a browser', () => {
  let desk: BrowserDesk;
  let department: Department;
  let citizen: Visitor;
  let officer: Visitor;
  let reviewer: Visitor;
  let reference = '';
  let letterAddress = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    await buildChannel(desk.dataSource, { slug: 'web', kind: 'web', name: 'Web form' });
    await buildOfficial(desk.dataSource, department);
    await buildOfficer(desk.dataSource, { department, email: 'lan@desk.example', name: 'Zhao Lan' });
    await buildOfficer(desk.dataSource, {
      department,
      email: 'sun@desk.example',
      name: 'Sun Ming',
      roles: ['reviewer'],
      capacity: 0,
    });
    citizen = await desk.browser.visitor({ javaScriptEnabled: false });
    officer = await desk.browser.visitor();
    reviewer = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  it('the officer signs in and finds an empty inbox', async () => {
    const { page } = officer;
    await signInAt(page, desk.api, 'lan@desk.example');
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await inboxRows(page).count()).toBe(0);
  });

  it('the citizen writes without JavaScript and is told the reference', async () => {
    const { page } = citizen;
    await page.goto(`${desk.site}/`);
    await page.getByRole('link', { name: 'Write to a department' }).first().click();
    await page.getByLabel('Which department').selectOption({ label: 'Water Authority' });
    await page.getByLabel('Your name').fill('Wang Fang');
    await page.getByLabel('Title').fill('No water since Monday');
    await page.getByLabel('Everybody, with my name').check();
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByRole('alert').getByText('Write your message').waitFor();
    await photograph(page, 'journey-form-with-a-mistake');

    await page.getByLabel('Your message').fill(QUESTION);
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.waitForURL(/\/track\//);
    reference = (await page.getByRole('status').locator('.site-reference').textContent()) ?? '';
    expect(reference).toMatch(/^BJ-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await photograph(page, 'journey-tracking-page');
  });

  it('the officer sees it arrive without reloading, and replies', async () => {
    const { page } = officer;
    const wasNotReloaded = await markAgainstReload(page);
    await page.getByRole('link', { name: /No water since Monday/ }).click();
    await page.getByLabel('Reply to Wang Fang').waitFor();
    expect(await wasNotReloaded()).toBe(true);
    await page.getByText(QUESTION).last().waitFor();
    await page.getByLabel('Reply to Wang Fang').fill(REPLY);
    await photograph(page, 'journey-replying');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Reply sent.').first().waitFor();
  });

  it('the citizen reads the reply on the tracking page, and everybody on the public page', async () => {
    const { page } = citizen;
    await page.goto(page.url().replace(/\?.*/, ''));
    await page.getByText(REPLY).waitFor();
    const tracking = page.url();
    await page.getByRole('link', { name: 'See the public page of this conversation' }).click();
    await page.waitForURL(`**/conversations/${reference}`);
    await page.getByText(REPLY).waitFor();
    expect(await page.getByText('Zhao Lan').count()).toBe(0);
    await page.goto(tracking);
  });

  it('a second message of the citizen appears in the conversation that the officer has open', async () => {
    const wasNotReloaded = await markAgainstReload(officer.page);
    await citizen.page.getByLabel('Write further').fill(SECOND);
    await citizen.page.getByRole('button', { name: 'Send further message' }).click();
    await citizen.page.getByText('Your further message has arrived').waitFor();
    await officer.page.locator('main article, main section').getByText(SECOND).last().waitFor();
    expect(await wasNotReloaded()).toBe(true);
  });

  it('the officer writes an open letter, submits it and cannot approve it', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: 'Write open letter' }).click();
    await page.waitForURL(/\/letters\/[0-9a-f-]{36}$/);
    letterAddress = page.url();
    await page.getByLabel('Title').fill('The water main in your street');
    await page.getByLabel('Salutation').fill('Dear Mrs Wang,');
    await page.getByLabel('Text').fill(LETTER.join('\n\n'));
    await page.getByLabel('Signed by').selectOption({ label: 'Li Wei · Director' });
    await page.getByText(/^Saved \(version/).waitFor();
    await photograph(page, 'journey-writing-the-letter');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.getByText('In review', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve this text' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
    expect(await page.getByText('A reviewer of Water Authority approves it.').count()).toBe(1);
  });

  it('a reviewer, who is somebody else, approves the exact text and publishes it', async () => {
    const { page } = reviewer;
    await signInAt(page, desk.api, 'sun@desk.example');
    await page.getByRole('link', { name: /^Letters/ }).click();
    await page.getByRole('link', { name: /The water main in your street/ }).click();
    await page.getByText(LETTER[0] ?? '').waitFor();
    await page.getByRole('button', { name: 'Approve this text' }).click();
    await page.getByText('Approved by Sun Ming').waitFor();
    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(LETTER[1] ?? '').waitFor();
    await photograph(page, 'journey-the-last-look');
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('link', { name: /Public page/ }).waitFor();
  });

  it('the writer sees that it is published, and the public page shows the text and the name', async () => {
    const link = officer.page.getByRole('link', { name: /Public page/ });
    await link.waitFor();
    expect(officer.page.url()).toBe(letterAddress);
    const { page } = citizen;
    await page.goto((await link.getAttribute('href')) ?? '');
    for (const text of [...LETTER, 'Dear Mrs Wang,', 'Li Wei', 'Director']) {
      expect(await page.locator('article').getByText(text, { exact: true }).count()).toBe(1);
    }
    await photograph(page, 'journey-published-letter');
  });

  it('the tracking page leads to the letter', async () => {
    const { page } = citizen;
    const letter = page.url();
    await page.goBack();
    await page.reload();
    await page.getByRole('link', { name: /Read the letter/ }).click();
    await page.waitForURL(letter);
  });

  it("nobody's browser met an error on the way", () => {
    // Nobody is signed in yet; the form was sent without a message.
    const expected = /status of (401|422)/;
    const met = [citizen, officer, reviewer].flatMap(({ complaints }) => complaints);
    expect(met.filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
});
