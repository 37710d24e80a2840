import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Officer } from '#database/entities/officer.entity.js';
import { DEADLINE_PRESETS } from '#domain/deadlines/deadline-presets.js';
import type { Visitor } from '../support/browser.js';
import { buildDepartment, buildOfficer, buildPolicy } from '../support/build.js';
import { createCalendar } from '../support/calendars.js';
import { signIn } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

/** What is begun and not applied is on this device alone. */
(browserPath ? describe : describe.skip)('a policy or a calendar that is being changed', () => {
  let desk: BrowserDesk;
  let zhou: Officer;
  let visitor: Visitor;
  let slug: string;
  let asked: string[];

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const named = { nameEn: 'Water Authority', nameZh: '水务局', answerWithinHours: null };
    const department = await buildDepartment(desk.dataSource, named);
    await buildPolicy(desk.dataSource, department, DEADLINE_PRESETS.nantong);
    const fields = { email: 'zhou@desk.example', name: 'Zhou Yuan', roles: ['supervisor' as const] };
    zhou = await buildOfficer(desk.dataSource, { department, ...fields });
    ({ slug } = await createCalendar(await signIn(desk.api, 'zhou@desk.example')));
    visitor = await desk.browser.visitor();
    visitor.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await signInAt(visitor.page, desk.api, 'zhou@desk.example');
  }, 60_000);
  afterAll(() => desk.close());

  const BEGUN = 'What you had begun before is here again.';
  const reload = async () => {
    asked = [];
    await visitor.page.reload();
    return asked;
  };
  const kept = () =>
    visitor.page.evaluate(
      (id) => Object.keys(localStorage).filter((key) => /:(policy|calendar):/.test(key) && key.includes(id)),
      zhou.id,
    );

  it('asks before the page is closed, and the policy goes on after it', async () => {
    const { page } = visitor;
    const warnAt = page.getByLabel('Warn when so many');
    await page.goto(`${desk.api}/policies`);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    expect(await reload()).toEqual([]);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await warnAt.fill('90, 100');
    expect(await reload()).toEqual(['beforeunload']);
    await page.getByText(BEGUN).waitFor();
    expect(await warnAt.inputValue()).toBe('90, 100');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Inbox' }).first().click();
    await page.waitForURL(({ pathname }) => pathname === '/inbox');
    await page.goBack();
    await page.getByText(BEGUN).waitFor();
    expect(await warnAt.inputValue()).toBe('90, 100');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowOf(page)).toBe(0);
    await photograph(page, 'policy-begun-phone');
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByRole('button', { name: 'Start anew' }).click();
    expect(await warnAt.inputValue()).toBe('50, 80, 100');
    expect(await reload()).toEqual([]);
    await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
    expect(await page.getByText(BEGUN).count()).toBe(0);
  }, 60_000);

  it('is as it was typed in the calendar, until it is saved or given up', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/calendars/${slug}/edit`);
    await page.getByLabel('Monday').fill('10:00–11:00');
    expect(await reload()).toEqual(['beforeunload']);
    await page.getByText(BEGUN).waitFor();
    expect(await page.getByLabel('Monday').inputValue()).toBe('10:00–11:00');
    await page.getByLabel('Why').fill('Shorter on Mondays');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await page.getByRole('heading', { level: 1, name: 'Office', exact: true }).waitFor();
    expect(await kept()).toEqual([]);
    await page.getByRole('link', { name: 'Change the calendar' }).click();
    await page.getByLabel('Monday').fill('12:00–13:00');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('heading', { level: 1, name: 'Office', exact: true }).waitFor();
    expect([await kept(), await reload()]).toEqual([[], []]);
  }, 60_000);

  it('goes out of what is offered where nobody follows it, and comes back', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/calendars/${slug}`);
    await page.getByRole('button', { name: 'Archive the calendar' }).click();
    const dialog = page.getByRole('dialog', { name: 'Office' });
    await dialog.getByText('It is not offered any more.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Archive the calendar' }).click();
    await page.getByText('This calendar is archived.').waitFor();
    await page.getByRole('link', { name: 'All calendars' }).click();
    await page.getByText('Archived calendars (1)').click();
    await page.getByRole('link', { name: 'Office' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'calendars-archived');
    await page.goto(`${desk.api}/policies`);
    const offered = page.getByLabel('The department follows').locator('option');
    expect(await offered.allTextContents()).not.toContain('Office');
    await page.goto(`${desk.api}/calendars/${slug}`);
    await page.getByRole('button', { name: 'Bring the calendar back' }).click();
    await page.getByRole('link', { name: 'Change the calendar' }).waitFor();
    await page.goto(`${desk.api}/policies`);
    await offered.filter({ hasText: 'Office' }).waitFor({ state: 'attached' });
  }, 60_000);

  it('is asked about at the sign-out, and forgotten with it', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/calendars/new`);
    await page.getByLabel('In English').fill('Counter hours');
    await page.getByRole('button', { name: 'Account: Zhou Yuan' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
    await dialog.getByText('A calendar, not saved yet').waitFor();
    await dialog.getByText('Counter hours').waitFor();
    await dialog.getByRole('button', { name: 'Sign out and lose it' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect([await kept(), await reload()]).toEqual([[], []]);
    expect(visitor.complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  }, 60_000);
});
