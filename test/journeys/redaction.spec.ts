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
    await buildOfficer(desk.dataSource, { department, email: 'second@desk.example', roles: ['moderator'] });
    await buildOfficer(desk.dataSource, { department, email: 'lead@desk.example', roles: ['supervisor'] });
    await buildOfficer(desk.dataSource, { department, email: 'ad@desk.example', roles: ['administrator'] });
    citizen = await desk.browser.visitor();
    moderator = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const conversationId = async () => {
    const [row]: { id: string }[] = await desk.dataSource.query('SELECT id FROM conversation');
    return row?.id ?? '';
  };
  const clean = async ({ page }: Pick<Visitor, 'page'>, name: string) => {
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
    await page.getByText('Where ███ stands, the department covered words').waitFor();
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

  it('the supervisor says why before the original is shown, and the look stands in the history', async () => {
    const { page } = await desk.browser.visitor();
    await signInAt(page, desk.api, 'lead@desk.example');
    await page.goto(`${desk.api}/conversations/${await conversationId()}`);
    await page.getByText('Please call ███ on ███ about the lamp at the school.').first().waitFor();
    expect(await page.content()).not.toMatch(/Xiuying|13800138000/);
    await page.getByRole('button', { name: 'Look at the original…' }).click();
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByText('Say why.').waitFor();
    await page.getByLabel('Why you have to see it').fill('The neighbour has complained.');
    await clean({ page }, 'original-dialog');
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByText(BODY).waitFor();
    await page.getByText('looked at the sealed original of a message').first().waitFor();
    await clean({ page }, 'original');
    await page.getByRole('button', { name: 'Cover the original again' }).click();
    await page.getByText(BODY).waitFor({ state: 'detached' });
    await page.context().close();
  }, 120_000);

  it('one moderator proposes to hide the whole conversation, the other one confirms it', async () => {
    const { page } = moderator;
    await page.goto(`${desk.api}/conversations/${await conversationId()}`);
    await page.getByRole('button', { name: 'Show the original' }).click();
    await page.getByText('13800138000').first().waitFor();
    await page.getByRole('button', { name: 'Hide the whole conversation…' }).click();
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.getByText('Choose a reason: the citizen is told it.').waitFor();
    await page.getByRole('dialog').getByLabel('Reason').selectOption({ label: 'its content is unlawful' });
    await clean(moderator, 'propose');
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.getByText('Proposed. Another moderator').waitFor();
    await page.goto(`${desk.api}/moderation`);
    await page.getByText('You proposed it: another moderator').waitFor();
    const second = await desk.browser.visitor();
    await signInAt(second.page, desk.api, 'second@desk.example');
    await second.page.setViewportSize({ width: 360, height: 740 });
    await second.page.goto(`${desk.api}/moderation`);
    await second.page.getByRole('button', { name: 'Confirm: hide it' }).waitFor();
    await clean(second, 'proposal');
    await second.page.getByRole('button', { name: 'Confirm: hide it' }).click();
    await second.page.getByText('The whole conversation is hidden.').waitFor();
    const answered = await citizen.page.goto(`${desk.site}/conversations/${reference}`);
    expect(answered?.status()).toBe(404);
    // The other screen has heard of it.
    await page.getByRole('button', { name: 'Show it again…' }).waitFor();
    await second.page.context().close();
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
