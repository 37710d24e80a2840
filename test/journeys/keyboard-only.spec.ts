import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer, PASSWORD } from '../support/build.js';
import { postAccepted, signIn } from '../support/clients.js';
import { inboxRows } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { focusOf, keysListed } from './focus.js';
import { photograph } from './look.js';

const TITLES = ['The lamp is dark', 'The bridge is shut', 'The bus is late'];

/** One story in scenes: each begins where the last one ended, and nobody has a mouse. */
(browserPath ? describe : describe.skip)('an officer without a mouse', () => {
  let desk: BrowserDesk;
  let department: Department;
  let officer: Officer;
  let visitor: Visitor;
  let page: Page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Lighting Office', nameZh: '照明处' });
    // Gives nothing away by itself: the officer claims.
    officer = await buildOfficer(desk.dataSource, {
      department,
      name: 'Zhao Lan',
      capacity: 0,
      roles: ['officer', 'supervisor'],
    });
    const { key } = await buildChannel(desk.dataSource);
    for (const title of TITLES) await postAccepted(desk.api, key, { department: department.slug, title });
    await desk.drain();
    visitor = await desk.browser.visitor();
    page = visitor.page;
  }, 60_000);
  afterAll(() => desk.close());

  it('signs in, and begins at the heading of the inbox', async () => {
    await page.goto(`${desk.api}/`);
    await page.locator('input[name=email]').waitFor();
    await press('Tab');
    await page.keyboard.type(officer.email);
    await press('Tab');
    await page.keyboard.type(PASSWORD);
    await press('Enter');
    await inboxRows(page).first().waitFor();
    await expect(focusOf(page)).resolves.toBe('h1 Inbox: Queue');
  });

  it('can skip what stands before the main part', async () => {
    await page.reload();
    await inboxRows(page).first().waitFor();
    await page.evaluate(() => document.body.focus());
    await page.locator('a[href="#main"]').focus();
    await press('Enter');
    await expect(focusOf(page)).resolves.toMatch(/^main /);
  });

  it('walks the list, opens a conversation and comes back to its row', async () => {
    await press('j', 'j', 'k');
    await expect(focusOf(page)).resolves.toContain(`a ${TITLES[0]}`);
    await press('ArrowDown');
    await expect(focusOf(page)).resolves.toContain(`a ${TITLES[1]}`);
    await press('Enter');
    await page.getByRole('heading', { name: TITLES[1], level: 2 }).waitFor();
    await expect(focusOf(page)).resolves.toBe(`h2 ${TITLES[1]}`);
    await press('Escape');
    await expect(focusOf(page)).resolves.toContain(`a ${TITLES[1]}`);
  });

  it('finds in the list of shortcuts what can be done here, each key once, and is back where it was asked for', async () => {
    await press('Enter');
    await page.getByRole('heading', { name: TITLES[1], level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Claim', exact: true }).waitFor();
    await press('?');
    const keys = await keysListed(page);
    await photograph(page, 'keyboard-help');
    expect(keys).toEqual(expect.arrayContaining(['c', 'j', 'k', '/', '?', 'g i', 'Ctrl+K', 'Esc', 'a', 'e']));
    expect(keys).not.toContain('u');
    expect(new Set(keys).size).toBe(keys.length);
    await press('Escape');
    await expect(focusOf(page)).resolves.toBe(`h2 ${TITLES[1]}`);
  });

  it('claims and is in the composer, sends and goes on', async () => {
    await press('c');
    await page.getByText('You have this conversation now.').first().waitFor();
    await expect(focusOf(page)).resolves.toMatch(/^textarea Reply to /);
    await page.keyboard.type('The bridge opens again on Friday.');
    await press('Control+Enter');
    await page.locator('[data-kind=reply]').getByText('opens again on Friday').waitFor();
    await expect(focusOf(page)).resolves.not.toBe('nowhere');
  });

  it('is back at the button that opened a dialog', async () => {
    await press('Escape');
    const button = page.getByRole('button', { name: 'Close…' });
    await button.focus();
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('j');
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect(focusOf(page)).resolves.toBe('button Close…');
  });

  it('finds acts, screens, departments and settings in the palette by their names', async () => {
    await press('Control+k');
    // Right after it: what is typed must not reach the page, where i and n and b are keys.
    await page.keyboard.type('inbox una');
    await photograph(page, 'keyboard-palette');
    await press('Enter');
    await page.waitForURL(/view=unassigned/);
    await press('Control+k');
    await page.keyboard.type('简体');
    await press('Enter');
    await page.locator('html[lang="zh-Hans"]').waitFor();
    await press('Control+k');
    // What was used last stands first, in the language of now.
    const first = page.getByRole('listbox').getByRole('group').first();
    await first.getByRole('option').first().waitFor();
    await expect(first.getByRole('option').allTextContents()).resolves.toEqual(['收件箱：无人负责']);
    await page.keyboard.type('English');
    await press('Enter');
    await page.locator('html[lang="en"]').waitFor();
  });

  it('opens a conversation by its reference, however it is typed', async () => {
    const [{ reference }] = await desk.dataSource.query('SELECT reference FROM conversation WHERE title = $1', [
      TITLES[2],
    ]);
    await press('Control+k');
    await page.keyboard.type(reference.toLowerCase().replaceAll('-', ' '));
    await press('Enter');
    await page.getByRole('heading', { name: TITLES[2], level: 1 }).waitFor();
    await expect(focusOf(page)).resolves.toBe(`h1 ${TITLES[2]}`);
  });

  it('keeps its place when a colleague takes the row that has the focus', async () => {
    const colleague = await buildOfficer(desk.dataSource, { department, capacity: 0, roles: ['officer'] });
    const client = await signIn(desk.api, colleague.email);
    await page.goto(`${desk.api}/inbox?view=unassigned`);
    await inboxRows(page).first().waitFor();
    await press('j');
    const taken = (await inboxRows(page).first().getAttribute('data-id')) ?? '';
    const { body } = await client.get(`/api/conversations/${taken}`);
    await client.send('POST', `/api/conversations/${taken}/claim`, { version: (body as { version: number }).version });
    await page.locator(`a[data-id="${taken}"]`).waitFor({ state: 'detached' });
    await expect(focusOf(page)).resolves.toMatch(/^a The (lamp|bus)/);
  });

  it('can do without single keys, and keeps those that are typed with Ctrl', async () => {
    await press('?');
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).focus();
    await press('Space', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('g', 'l', '?');
    expect(page.url()).toContain('/inbox');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press('Control+k');
    await page.keyboard.type('sign out');
    await press('Enter');
    await page.locator('input[name=password]').waitFor();
  });

  it('met no error on the way', () => {
    expect(visitor.complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  });
});
