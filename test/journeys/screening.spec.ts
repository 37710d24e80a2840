import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';
import { HARD_SIGHT } from './sights.js';

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('a department says how its messages are screened', () => {
  let desk: BrowserDesk;
  let slug: string;
  let key: string;
  let supervisor: Visitor;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    slug = department.slug;
    ({ key } = await buildChannel(desk.dataSource));
    const roles = ['supervisor' as const, 'moderator' as const];
    await buildOfficer(desk.dataSource, { department, email: 'zhou@desk.example', name: 'Zhou Yuan', roles });
    supervisor = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  it('tries a text under rules that are not applied yet, and applies them', async () => {
    const { page } = supervisor;
    await signInAt(page, desk.api, 'zhou@desk.example');
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByText('The department has no rules of its own').waitFor();
    await page.getByLabel('Text', { exact: true }).fill('The lamp is out, see https://t.cn/A6xyz please.');
    await page.getByRole('button', { name: 'Try', exact: true }).click();
    await page.getByText('Would be published').waitFor();
    await page.getByText('Link, score 0.7').waitFor();
    await page.getByLabel('Link: Hold').selectOption('0.5');
    await page.getByRole('button', { name: 'Try', exact: true }).click();
    await page.getByText('Would wait for a moderator').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'journey-screening');
    await page.getByLabel('Blocked, Chinese').fill('拆迁办');
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByText('Say why the rules change.').waitFor();
    await page.getByLabel('Why it changes').fill('Shortened links led to a fraud.');
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByText('Version 1, applied by Zhou Yuan').waitFor();
    expect(await page.getByLabel('Link: Hold').inputValue()).toBe('0.5');
    await page.getByText('Shortened links led to a fraud.').waitFor();
  }, 60_000);

  it('is followed from the next message on', async () => {
    const { page } = supervisor;
    await postAccepted(desk.api, key, {
      department: slug,
      body: 'The lamp is still out, see https://t.cn/A6xyz please.',
    });
    await desk.drain();
    await page.goto(`${desk.api}/moderation`);
    await page.getByText('The lamp is still out').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);

  it('is there at a narrow, dark sight in Chinese, too', async () => {
    const { page } = await desk.browser.visitor(HARD_SIGHT.context);
    await signInAt(page, desk.api, 'zhou@desk.example');
    await page.goto(`${desk.api}/screening`);
    await page.getByText('第1版').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await photograph(page, 'journey-screening-narrow');
  }, 60_000);
});
