import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted, signIn } from '../support/clients.js';
import { decideOn } from '../support/moderating.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const DAY = 86_400_000;
const BODY = 'The director of the bath sleeps at noon, every day.';

/** One story: refused, appealed, not decided by the same moderator, overturned by another, public again, and counted. */
(browserPath ? describe : describe.skip)('an appeal, from the refusal to the public log', () => {
  let desk: BrowserDesk;
  let department: Department;
  let key: string;
  let citizen: Visitor;
  let tracking = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    await buildChannel(desk.dataSource, { slug: 'web', kind: 'web', name: 'Web form' });
    ({ key } = await buildChannel(desk.dataSource));
    await buildOfficer(desk.dataSource, { department, email: 'lan@desk.example', capacity: 500 });
    for (const name of ['first', 'second']) {
      await buildOfficer(desk.dataSource, { department, email: `${name}@desk.example`, roles: ['moderator'] });
    }
    citizen = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const row = async () => {
    const [found]: { id: string; reference: string; messageId: string }[] = await desk.dataSource.query(
      `SELECT c.id, c.reference, m.id AS "messageId" FROM conversation c JOIN message m ON m.conversation_id = c.id
       WHERE c.tracking_hash IS NOT NULL`,
    );
    if (!found) throw new Error('nothing was sent');
    return found;
  };
  const clean = async ({ page }: Pick<Visitor, 'page'>, name: string) => {
    await photograph(page, `appeal-${name}`);
    expect([name, await barriersOn(page), await overflowOf(page)]).toEqual([name, [], 0]);
  };
  const moderator = async (name: 'first' | 'second') => {
    const visitor = await desk.browser.visitor();
    await signInAt(visitor.page, desk.api, `${name}@desk.example`);
    return visitor;
  };

  it('the citizen is refused, and appeals on the private page', async () => {
    const { page } = citizen;
    await page.goto(`${desk.site}/submit?lang=en`);
    await page.selectOption('select[name=department]', department.slug);
    await page.fill('input[name=name]', 'Wang Fang');
    await page.fill('textarea[name=body]', BODY);
    await page.check('input[name=visibility][value=public]');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/track\//);
    tracking = page.url().split('?')[0] ?? '';
    await desk.drain();
    const first = await signIn(desk.api, 'first@desk.example');
    const { messageId } = await row();
    await decideOn(desk.dataSource, first, { messageId, decision: 'hide', reason: 'abuse' });
    await desk.drain();
    await page.goto(`${tracking}?lang=en`);
    await page.getByText('Appeal this decision').click();
    await clean(citizen, 'form');
    await page.getByRole('button', { name: 'Send the appeal' }).click();
    await page.getByText('There is a problem').waitFor();
    await clean(citizen, 'form-empty');
    await page.getByLabel('Why you do not agree').fill('It is criticism, and it is true.');
    await page.getByRole('button', { name: 'Send the appeal' }).click();
    await page.getByText('Your appeal has arrived').waitFor();
    await clean(citizen, 'sent');
    await desk.drain();
  }, 120_000);

  it('the first moderator sees it, and cannot decide', async () => {
    const first = await moderator('first');
    const { page } = first;
    await page.goto(`${desk.api}/moderation`);
    await page.getByRole('link', { name: 'Appeals (1)' }).click();
    await page.getByText('It is criticism, and it is true.').waitFor();
    await page.getByText('You had a part in this decision').waitFor();
    expect(await page.getByRole('button', { name: 'Overturn…' }).count()).toBe(0);
    await clean(first, 'own');
    await page.context().close();
  }, 120_000);

  it('another one asks, hears the answer while looking, and overturns it, by keyboard and on a narrow screen', async () => {
    const second = await moderator('second');
    const { page } = second;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${desk.api}/moderation/appeals`);
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByLabel('Your question').fill('Were you there yourself?');
    await clean(second, 'asking');
    await page.getByRole('button', { name: 'Ask the citizen' }).click();
    await page.getByText('It waits for the citizen’s answer.').waitFor();
    await citizen.page.setViewportSize({ width: 360, height: 740 });
    await citizen.page.goto(`${tracking}?lang=zh`);
    await citizen.page.getByText('Were you there yourself?').waitFor();
    await clean(citizen, 'asked-zh');
    await citizen.page.getByLabel('您的答复').fill('是的，每个星期一。');
    await citizen.page.getByRole('button', { name: '提交答复' }).click();
    await citizen.page.getByText('您的答复已收到').waitFor();
    await desk.drain();
    await page.getByText('是的，每个星期一。').waitFor();
    await page.keyboard.press('x');
    await page.getByLabel('Why it is overturned').fill('It is criticism, and no abuse.');
    await clean(second, 'overturning');
    await page.getByRole('button', { name: 'Overturn' }).click();
    await page.getByText('No appeal waits for a decision.').waitFor();
    await clean(second, 'empty');
    await desk.drain();
    await page.context().close();
  }, 120_000);

  it('everybody reads the message again, and the citizen why', async () => {
    const { page } = citizen;
    await page.goto(`${tracking}?lang=en`);
    await page.getByText('You were right: the decision was taken back.').waitFor();
    await page.getByText('It is criticism, and no abuse.').waitFor();
    await clean(citizen, 'overturned');
    await page.goto(`${desk.site}/conversations/${(await row()).reference}?lang=en`);
    await page.getByText(BODY).first().waitFor();
  }, 120_000);

  it('the transparency page counts it once the day is over', async () => {
    await Promise.all(Array.from({ length: 20 }, () => postAccepted(desk.api, key, { department: department.slug })));
    await desk.drain();
    const month = desk.clock.now().toISOString().slice(0, 7);
    desk.clock.advance(DAY);
    const { page } = citizen;
    for (const language of ['en', 'zh']) {
      await page.goto(`${desk.site}/transparency?lang=${language}&month=${month}`);
      await page
        .getByRole('row', { name: language === 'en' ? 'Hidden' : '隐藏' })
        .last()
        .waitFor();
      await clean(citizen, `transparency-${language}`);
    }
    await page.goto(`${desk.site}/transparency?lang=en&month=${month}`);
    const line = page.getByRole('row', { name: /Hidden it is abusive a person overturned/ });
    await line.waitFor();
    expect(await page.content()).not.toContain('sleeps at noon');
  }, 120_000);
});
