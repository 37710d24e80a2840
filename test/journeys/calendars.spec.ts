import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../support/browser.js';
import { buildDepartment, buildOfficer } from '../support/build.js';
import { signIn } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, photograph } from './look.js';

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('a supervisor keeps the calendar of a department', () => {
  let desk: BrowserDesk;
  let slug: string;
  let visitor: Visitor;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    slug = department.slug;
    const roles = ['supervisor' as const];
    await buildOfficer(desk.dataSource, { department, email: 'zhou@desk.example', name: 'Zhou Yuan', roles });
    visitor = await desk.browser.visitor();
    await signInAt(visitor.page, desk.api, 'zhou@desk.example');
  }, 60_000);
  afterAll(() => desk.close());

  it('makes one, with the holidays of a country and hours that are told when they cannot be read', async () => {
    const { page } = visitor;
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByText('There is no calendar yet.').waitFor();
    await page.getByRole('link', { name: 'New calendar' }).click();
    await page.getByLabel('In English').fill('Water offices');
    await page.getByLabel('In Chinese').fill('水务局工作时间');
    await page.getByLabel('Short name').fill('water');
    await page.getByLabel('Monday').fill('9 to noon');
    await page.getByLabel('Time zone').selectOption('Asia/Shanghai');
    await page.getByLabel('Country').selectOption('CN');
    await page.getByRole('button', { name: 'Make the calendar' }).click();
    await page.getByText('Such as 9:00–12:00, 13:30–18:00; without overlap.').waitFor();
    await page.getByText('Say why.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Monday').fill('9-12，13:30-18');
    await page.getByRole('button', { name: 'Tuesday to Friday like Monday' }).click();
    await page.getByLabel('Why').fill('The hours on the door');
    await page.getByRole('button', { name: 'Make the calendar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Water offices' }).waitFor();
    await page.getByText('9:00–12:00, 13:30–18:00').first().waitFor();
    await page.getByRole('cell', { name: 'National Day' }).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);

  it('looks at what a change would move before saving it', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Change the calendar' }).click();
    await page.getByText('the same hours are worked as now').waitFor();
    await page.getByRole('button', { name: 'Add an exception' }).click();
    const year = new Date().getFullYear();
    const saturday = Array.from({ length: 7 }, (_, day) => `${year}-12-1${day}`).find(
      (date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 6,
    );
    await page.getByLabel('Date').fill(saturday ?? '');
    await page.getByLabel('Name', { exact: true }).fill('Stock-taking');
    await page.getByLabel('Hours').fill('9:00-12:00');
    await page.getByText(`1 day of ${year} would be worked otherwise than now.`).waitFor();
    await page.getByLabel('Why').fill('Stock is taken on a Saturday');
    await photograph(page, 'calendar-edit');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await page.getByRole('row', { name: /Stock-taking extra working day 9:00–12:00/ }).waitFor();
    await page.getByText('What version 2 changed').click();
    await page.getByText('1 date is counted otherwise').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);

  it('imports a file of exceptions once it can be read whole', async () => {
    const { page } = visitor;
    const file = (text: string) => ({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file('date,name,from,to\n2026-02-14,春节补班,9:00,18:00\n2026-02-30,春节,,\n'));
    await page.getByText('Line 3:').waitFor();
    expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0);
    await input.setInputFiles(file('date,name,from,to\n2026-02-14,春节补班,9:00,18:00\n2026-02-16,春节,,\n'));
    await page.getByText('The file holds 2 days.').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'calendar-import');
    await page.getByLabel('Why').fill('Announced by the State Council');
    await page.getByRole('button', { name: 'Import 2 days' }).click();
    await page.getByText('The exceptions are imported.').waitFor();
    await page.getByText('Announced by the State Council').waitFor();
    expect(visitor.complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  }, 60_000);

  it('keeps what is typed when somebody else was faster', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Change the calendar' }).click();
    await page.getByLabel('Why').fill('Mine');
    const other = await desk.browser.visitor();
    await signInAt(other.page, desk.api, 'zhou@desk.example');
    await other.page.goto(`${desk.api}/calendars/water/edit`);
    await other.page.getByLabel('Why').fill('Theirs');
    await other.page.getByRole('button', { name: 'Save as version 4' }).click();
    await other.page.getByText('Version 4 is saved.').waitFor();
    await page.getByRole('button', { name: 'Save as version 4' }).click();
    await page.getByText('Somebody changed the calendar in the meantime.').waitFor();
    expect(await page.getByLabel('Why').inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'Show the newest version' }).click();
    await page.getByRole('button', { name: 'Save as version 5' }).waitFor();
  }, 60_000);

  it('sees what it would move before it saves what a department follows', async () => {
    const { page } = visitor;
    const asZhou = await signIn(desk.api, 'zhou@desk.example');
    await asZhou.send('PUT', `/api/departments/${slug}/calendar`, { calendar: 'water', seen: null });
    await page.goto(`${desk.api}/calendars/water/edit`);
    await page.getByLabel('Why').fill('Shorter hours');
    await page.getByRole('button', { name: 'See what version 5 would move' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('0 deadlines are open.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save as version 5' }).click();
    await page.getByText('Version 5 is saved.').waitFor();
  }, 60_000);
});
