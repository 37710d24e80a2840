import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { focusOf } from './focus.js';
import { barriersOn, overflowOf, photograph } from './look.js';

/** One story: readers report, two moderators see who has what open, one decides by keys, and it is gone everywhere. */
(browserPath ? describe : describe.skip)('two moderators at their queues', () => {
  let desk: BrowserDesk;
  let department: Department;
  let key: string;
  let reader: Visitor;
  let mo: Visitor;
  let second: Visitor;
  let insult: { reference: string };

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    ({ key } = await buildChannel(desk.dataSource));
    await buildOfficer(desk.dataSource, { department, email: 'lan@desk.example' });
    const roles = ['moderator'] as const;
    await buildOfficer(desk.dataSource, {
      department,
      email: 'mo@desk.example',
      roles: [...roles],
      name: 'Mo Derator',
    });
    await buildOfficer(desk.dataSource, { department, email: 'second@desk.example', roles: [...roles] });
    insult = await post('The clerk at the second desk is a lazy fellow.');
    await post('The lamp at the gate is broken, says my neighbour.');
    reader = await desk.browser.visitor();
    mo = await desk.browser.visitor();
    second = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const post = async (body: string) => {
    const accepted = await postAccepted(desk.api, key, { department: department.slug, externalId: randomUUID(), body });
    await desk.drain();
    return accepted;
  };
  const clean = async ({ page }: Pick<Visitor, 'page'>, name: string) => {
    await photograph(page, `moderators-${name}`);
    expect([name, await barriersOn(page), await overflowOf(page)]).toEqual([name, [], 0]);
  };

  it('a reader reports a message, and is told what is missing first', async () => {
    const { page } = reader;
    await page.goto(`${desk.site}/conversations/${insult.reference}?lang=en`);
    await page.getByRole('link', { name: /^Report this message/ }).click();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('link', { name: 'Choose what is wrong with the message' }).waitFor();
    await clean(reader, 'report-form');
    await page.getByLabel('It insults or threatens somebody').check();
    await page.getByLabel('In your own words (optional)').fill('He is a good clerk.');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('heading', { name: 'Thank you for your report' }).waitFor();
    await clean(reader, 'report-sent');
    await desk.drain();
  }, 120_000);

  it('both moderators see it, and each sees when the other has it open', async () => {
    for (const [visitor, email] of [
      [mo, 'mo@desk.example'],
      [second, 'second@desk.example'],
    ] as const) {
      await signInAt(visitor.page, desk.api, email);
      await visitor.page.goto(`${desk.api}/moderation`);
      await visitor.page.getByRole('link', { name: 'Reported (1)' }).click();
      await visitor.page.getByText('He is a good clerk.').waitFor();
    }
    await mo.page.keyboard.press('j');
    await second.page.getByText('Mo Derator has this open').waitFor();
    await mo.page.getByText('1 message by this author').waitFor();
    await clean(mo, 'reported');
    await clean(second, 'open-elsewhere');
    await second.page.emulateMedia({ colorScheme: 'dark' });
    await second.page.setViewportSize({ width: 360, height: 740 });
    await clean(second, 'open-elsewhere-narrow-dark');
    expect(await mo.page.getByText('has this open').count()).toBe(0);
  }, 120_000);

  it('a second report arrives while they look', async () => {
    const { page } = reader;
    await page.goto(`${desk.site}/`);
    const other = await post('Everybody at the bath is asleep at noon, as they say.');
    await page.goto(`${desk.site}/conversations/${other.reference}?lang=en`);
    await page.getByRole('link', { name: /^Report this message/ }).click();
    await page.getByRole('radio', { name: 'Something else' }).check();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await desk.drain();
    await mo.page.getByRole('link', { name: 'Reported (2)' }).waitFor();
    await mo.page.getByText('Everybody at the bath').waitFor();
  }, 120_000);

  it('one key and a reason hide it: the next has the focus, the colleague and the public see it no more', async () => {
    const { page } = mo;
    await page.keyboard.press('h');
    await page.getByLabel('Reason').focus();
    await page.keyboard.type('it is abusive');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Message hidden.').waitFor();
    await page.getByRole('link', { name: 'Reported (1)' }).waitFor();
    await desk.drain();
    expect(await focusOf(page)).toContain('Everybody at the bath');
    await second.page.getByText('He is a good clerk.').waitFor({ state: 'detached' });
    expect((await fetch(`${desk.site}/conversations/${insult.reference}`)).status).toBe(404);
    await page.keyboard.press('d');
    await page.getByText('No report waits for a decision.').waitFor();
    expect(await focusOf(page)).toBe('h1 Reported messages');
  }, 120_000);

  it('a text that screening warned of is not in the page until it is opened, by key', async () => {
    await post('You fucking idiots, the lamp.');
    const { page } = mo;
    await page.goto(`${desk.api}/moderation`);
    await page.getByText('Covered: the text may be distressing.').waitFor();
    expect(await page.content()).not.toContain('idiots, the lamp');
    await clean(mo, 'covered');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.getByText('idiots, the lamp').waitFor();
    expect(await focusOf(page)).toContain('article');
    await page.getByLabel('Cover distressing texts until I open them').click();
    await page.reload();
    await page.getByText('idiots, the lamp').waitFor();
  }, 120_000);

  it('one key opens publishing, the next one does it, and it can be taken back', async () => {
    const { page } = second;
    await page.goto(`${desk.api}/moderation`);
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('x');
    await page.getByLabel('Reason').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Message published.').waitFor();
    await page.getByText('No message waits for a decision.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Message held.').waitFor();
    await page.getByRole('article').first().waitFor();
  }, 120_000);
});
