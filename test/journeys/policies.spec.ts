import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEADLINE_PRESETS } from '#domain/deadlines/deadline-presets.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { createCalendar } from '../support/calendars.js';
import { type OfficerClient, postAccepted, signIn } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, photograph } from './look.js';

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('a department makes and changes its promises', () => {
  let desk: BrowserDesk;
  let slug: string;
  let supervisor: Visitor;
  let asColleague: OfficerClient;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const named = { nameEn: 'Water Authority', nameZh: '水务局', answerWithinHours: null };
    const department = await buildDepartment(desk.dataSource, named);
    slug = department.slug;
    const { key } = await buildChannel(desk.dataSource);
    await buildOfficer(desk.dataSource, { department, email: 'lan@desk.example', name: 'Zhao Lan' });
    const roles = ['supervisor' as const];
    await buildOfficer(desk.dataSource, { department, email: 'zhou@desk.example', name: 'Zhou Yuan', roles });
    await buildOfficer(desk.dataSource, { department, email: 'he@desk.example', name: 'He Min', roles });
    asColleague = await signIn(desk.api, 'he@desk.example');
    for (let n = 0; n < 3; n += 1) await postAccepted(desk.api, key, { department: slug });
    await desk.drain();
    supervisor = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  it('starts from a rule that is in use elsewhere, and sees what it moves before it is applied', async () => {
    const { page } = supervisor;
    await signInAt(page, desk.api, 'zhou@desk.example');
    await page.getByRole('link', { name: 'Staffing' }).click();
    await page.getByRole('link', { name: 'Deadlines and calendar' }).click();
    await page.getByText('Nothing is promised').first().waitFor();
    await page.getByRole('button', { name: 'Promise something' }).click();
    await page.getByRole('button', { name: /^Start from this ?: Nantong/ }).click();
    await page.getByLabel('Promise 1: Within').fill('');
    await page.getByRole('button', { name: 'See what it would move' }).click();
    await page.getByText('A whole number from 1 to 87,600.').waitFor();
    expect(await page.getByLabel('Promise 1: Within').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel('Promise 1: Within').fill('3');
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'journey-policies-editor');
    await page.getByRole('button', { name: 'See what it would move' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('6 new ones begin').waitFor();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.getByText('Say why the promise changes.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'journey-policies-preview');
    await dialog.getByLabel('Why').fill('The city council asks for it.');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Version 1 is in force.').waitFor();
    await page.getByText('Every message: within 5 working days, at the latest after 7 days').first().waitFor();
    await page.getByText('the department follows no calendar').waitFor();
    await desk.drain();
  }, 60_000);

  it('follows a calendar once it is seen what that moves, and none that other departments keep', async () => {
    const { page } = supervisor;
    const theirs = await buildDepartment(desk.dataSource);
    await buildOfficer(desk.dataSource, { department: theirs, email: 'qin@desk.example', roles: ['supervisor'] });
    const asQin = await signIn(desk.api, 'qin@desk.example');
    const kept = await createCalendar(asQin, { name: { en: 'Theirs', zh: '他部门' } });
    await asQin.send('PUT', `/api/departments/${theirs.slug}/calendar`, { calendar: kept.slug, seen: null });
    await buildOfficer(desk.dataSource, { email: 'root@desk.example', roles: ['administrator'] });
    const asRoot = await signIn(desk.api, 'root@desk.example');
    await createCalendar(asRoot, { name: { en: 'Counter hours', zh: '窗口时间' } });
    await page.reload();
    const choice = page.getByLabel('The department follows');
    await choice.locator('option', { hasText: 'Counter hours' }).waitFor({ state: 'attached' });
    expect(await choice.locator('option', { hasText: 'ask an administrator' }).isDisabled()).toBe(true);
    await choice.selectOption({ label: 'Counter hours' });
    await page.getByRole('button', { name: 'See what this calendar would move' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('6 deadlines are open.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'journey-policies-calendar');
    await dialog.getByRole('button', { name: 'Follow this calendar' }).click();
    await page.getByText('The calendar is set.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
  }, 60_000);

  it('keeps a draft when a colleague is faster, and says who was', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Warn when so many').fill('90, 100');
    const policy = DEADLINE_PRESETS['beijing-12345'];
    const applied = await asColleague.send('PUT', `/api/departments/${slug}/deadline-policy`, {
      version: 1,
      policy,
      why: 'The hotline has classes.',
    });
    expect(applied.status).toBe(200);
    await page.getByText('He Min has applied version 2').waitFor();
    expect(await page.getByLabel('Warn when so many').inputValue()).toBe('90, 100');
    await page.getByText('Life and property: within 2 hours').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'journey-policies-stale');
    await page.getByRole('button', { name: 'Go on with my draft' }).click();
    await page.getByRole('button', { name: 'See what it would move' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Class taken away: Life and property').waitFor();
    await dialog.getByLabel('Why').fill('Classes come next month.');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Version 3 is in force.').waitFor();
  }, 60_000);

  it('goes back to an earlier version', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: /^Start from this one ?: Version 2/ }).click();
    await page.getByLabel('English name').first().waitFor();
    expect(await page.getByLabel('English name').count()).toBe(4);
    await page.getByRole('button', { name: 'Cancel' }).click();
  }, 60_000);

  it('names the head of the department', async () => {
    const { page } = supervisor;
    await page.goto(`${desk.api}/staffing`);
    await page.getByLabel('Who is told when a promised time is over').selectOption({ label: 'He Min' });
    await page.getByRole('button', { name: 'Save the head' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);

  it('lets officers read it, and nothing more', async () => {
    const { page } = await desk.browser.visitor();
    await signInAt(page, desk.api, 'lan@desk.example');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByText('Supervisors of the department change it.').waitFor();
    expect(await page.getByRole('button', { name: 'Change', exact: true }).count()).toBe(0);
  }, 60_000);
});
