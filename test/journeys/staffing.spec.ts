import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { markAgainstReload, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, photograph } from './look.js';

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('a supervisor staffs a department while an officer works in it', () => {
  let desk: BrowserDesk;
  let department: Department;
  let key: string;
  let supervisor: Visitor;
  let officer: Visitor;
  let isStillTheSamePage: () => Promise<boolean>;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    ({ key } = await buildChannel(desk.dataSource));
    await buildOfficer(desk.dataSource, { department, email: 'lan@desk.example', name: 'Zhao Lan' });
    await buildOfficer(desk.dataSource, { department, email: 'sun@desk.example', name: 'Sun Ming' });
    const roles = ['supervisor' as const];
    await buildOfficer(desk.dataSource, { department, email: 'zhou@desk.example', name: 'Zhou Yuan', roles });
    supervisor = await desk.browser.visitor();
    officer = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const row = (name: string) => supervisor.page.getByRole('row').filter({ hasText: name });

  it('the supervisor lets officers take for themselves', async () => {
    const { page } = supervisor;
    await signInAt(page, desk.api, 'zhou@desk.example');
    await page.getByRole('link', { name: 'Staffing' }).click();
    await row('Zhao Lan').getByText('0 of 10').waitFor();
    await page.getByLabel('Not at all: officers take the next one themselves').check();
    await page.getByLabel('Tell supervisors when nobody').fill('0');
    await page.getByRole('button', { name: 'Save the policy' }).click();
    await page.getByText('A whole number from 1 to 43200.').waitFor();
    await page.getByLabel('Tell supervisors when nobody').fill('30');
    await page.getByRole('button', { name: 'Save the policy' }).click();
    await page.getByText('The policy is saved.').waitFor();
    isStillTheSamePage = await markAgainstReload(page);
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);

  it('the officer takes the next one with one key and reads how it came', async () => {
    const { page } = officer;
    await signInAt(page, desk.api, 'lan@desk.example');
    await page.getByRole('button', { name: 'Next' }).waitFor();
    await page.keyboard.press('n');
    await page.getByText('Nothing waits in your queues.').waitFor();
    await postAccepted(desk.api, key, { department: department.slug, body: 'The tap has been dry since Monday.' });
    await desk.drain();
    await page.keyboard.press('n');
    await page.getByText('Took it with “Next”; 0 of 10 in hand before').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);

  it('the supervisor sees it in hand without doing anything, and corrects hours that cannot be', async () => {
    const { page } = supervisor;
    await row('Zhao Lan').getByText('1 of 10').waitFor();
    await row('Zhao Lan').getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Conversations at a time').fill('3');
    await dialog.getByLabel('Languages').fill('zh, en');
    await dialog.getByLabel('At these hours').check();
    await dialog.getByLabel('Monday').fill('mornings');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Write stretches such as').first().waitFor();
    expect(await dialog.getByLabel('Monday').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'journey-staffing-hours-with-a-mistake');
    await dialog.getByLabel('Whenever available').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row('Zhao Lan').getByText('1 of 3').waitFor();
    await row('Zhao Lan').getByText('en, zh').waitFor();
  }, 60_000);

  it('the officer goes on holiday and names a stand-in; the supervisor sees it', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: 'Account: Zhao Lan' }).click();
    await page.getByRole('link', { name: 'My hours and time off' }).click();
    await page.getByLabel('Out of office', { exact: true }).check();
    await page.getByLabel('Stand-in').selectOption({ label: 'Sun Ming' });
    await page.getByRole('button', { name: 'Save my hours' }).click();
    await page.getByText('Your hours are saved.').waitFor();
    await row('Zhao Lan').getByText('out of office').waitFor();
    await row('Zhao Lan').getByText('stand-in: Sun Ming').waitFor();
    expect(await isStillTheSamePage()).toBe(true);
    expect([...officer.complaints, ...supervisor.complaints].filter((one) => !/status of (401|422)/.test(one))).toEqual(
      [],
    );
  }, 60_000);
});
