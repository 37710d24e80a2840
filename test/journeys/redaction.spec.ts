import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const BODY = 'Please call Zhao Xiuying on 13800138000 about the lamp at the school.';

/** One story: a citizen writes too much of somebody, a moderator covers it without a mouse, and everybody sees blocks. */
(browserPath ? describe : describe.skip)('redacting by keyboard, and what the public and the author read', () => {
  let desk: BrowserDesk;
  let department: Department;
  let citizen: Visitor;
  let moderator: Visitor;
  let tracking = '';
  let reference = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    await buildChannel(desk.dataSource, { slug: 'web', kind: 'web', name: 'Web form' });
    await buildOfficer(desk.dataSource, { department, email: 'lan@desk.example' });
    await buildOfficer(desk.dataSource, { department, email: 'mo@desk.example', roles: ['moderator'] });
    await buildOfficer(desk.dataSource, { department, email: 'ad@desk.example', roles: ['administrator'] });
    citizen = await desk.browser.visitor();
    moderator = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const clean = async ({ page }: Visitor, name: string) => {
    await photograph(page, `redaction-${name}`);
    expect([name, await barriersOn(page), await overflowOf(page)]).toEqual([name, [], 0]);
  };

  it('the citizen writes, and reads why it is held', async () => {
    const { page } = citizen;
    await page.goto(`${desk.site}/submit?lang=en`);
    await page.selectOption('select[name=department]', department.slug);
    await page.fill('input[name=name]', 'Wang Fang');
    await page.fill('input[name=title]', 'Zhao Xiuying and the lamp');
    await page.fill('textarea[name=body]', BODY);
    await page.check('input[name=visibility][value=public]');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/track\//);
    tracking = page.url();
    await desk.drain();
    await page.reload();
    await page.getByText('The automatic screening found: a mobile number.').waitFor();
    await clean(citizen, 'held-tracking');
  }, 120_000);

  it('the moderator covers what was found and a name, without a mouse', async () => {
    const { page } = moderator;
    await signInAt(page, desk.api, 'mo@desk.example');
    await page.goto(`${desk.api}/moderation`);
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('b');
    await page.getByLabel('Words to cover').waitFor();
    await expectFocusOn(page, 'input[type=checkbox]');
    await page.keyboard.press('Tab');
    await page.keyboard.type('zhao xiuying');
    await page.keyboard.press('Enter');
    await page.getByText('Please call ███ on ███ about the lamp at the school.').waitFor();
    await clean(moderator, 'choosing');
    await page.getByLabel('Reason').focus();
    await page.keyboard.type('it holds');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A neighbour is named with her number.');
    await page.keyboard.press('Enter');
    await page.getByText('Message redacted.').waitFor();
    await desk.drain();
  }, 120_000);

  it('the public reads blocks, in the heading and in the title of the page too', async () => {
    const { page } = citizen;
    const [row]: { reference: string }[] = await desk.dataSource.query('SELECT reference FROM conversation');
    reference = row?.reference ?? '';
    await page.goto(`${desk.site}/conversations/${reference}?lang=en`);
    await page.getByText('Please call ███ on ███ about the lamp at the school.').waitFor();
    expect(await page.content()).not.toMatch(/Xiuying|13800138000/);
    expect(await page.title()).toContain('███ and the lamp');
    await clean(citizen, 'public');
  }, 120_000);

  it('the author reads what was decided, why, and what can be done, in both languages', async () => {
    const { page } = citizen;
    await page.goto(tracking);
    for (const words of ['A neighbour is named with her number.', 'it holds personal data', '20 days']) {
      await page.getByText(words).first().waitFor();
    }
    await clean(citizen, 'statement');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${tracking.split('?')[0]}?lang=zh`);
    await page.getByText('处理决定说明').waitFor();
    await clean(citizen, 'statement-zh');
  }, 120_000);

  it('the administrator changes a reason in both languages, on a narrow screen too', async () => {
    const { page } = moderator;
    const administrator = await desk.browser.visitor();
    await signInAt(administrator.page, desk.api, 'ad@desk.example');
    await administrator.page.setViewportSize({ width: 360, height: 740 });
    await administrator.page.goto(`${desk.api}/moderation/reasons`);
    await administrator.page.getByRole('button', { name: 'Change… it is abusive' }).click();
    await administrator.page.getByLabel('Reason in Chinese').fill('');
    await administrator.page.getByRole('button', { name: 'Save as version 2' }).click();
    await administrator.page.getByText('fill in both').first().waitFor();
    await clean(administrator, 'reason-dialog');
    await administrator.page.getByLabel('Reason in Chinese').fill('含有侮辱性语言');
    await administrator.page.getByRole('button', { name: 'Save as version 2' }).click();
    await administrator.page.getByText('Reason saved.').waitFor();
    await clean(administrator, 'reasons');
    await page.goto(`${desk.api}/moderation/reasons`);
    await page.getByText('含有侮辱性语言').waitFor();
    expect(await page.getByRole('button', { name: 'New reason…' }).count()).toBe(0);
  }, 120_000);
});

async function expectFocusOn(page: Visitor['page'], selector: string): Promise<void> {
  expect(await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)).toBe(true);
}
