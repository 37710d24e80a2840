import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { DeskRows } from '../support/desk-rows.js';
import { inboxRows, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';
import { SIGHTS } from './sights.js';

const HOUR = 3_600_000;

/** One story in scenes: a supervisor and an officer, each at a browser of their own. */
(browserPath ? describe : describe.skip)('triage by two people at once, in browsers', () => {
  let desk: BrowserDesk;
  let department: Department;
  let officer: Visitor;
  let lead: Visitor;
  let leakId = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Water Authority', nameZh: '水务局' });
    const channel = await buildChannel(desk.dataSource, { slug: 'web', kind: 'web', name: 'Web form' });
    const lan = { department, email: 'lan@desk.example', name: 'Zhao Lan', isAvailable: false };
    await buildOfficer(desk.dataSource, lan);
    await buildOfficer(desk.dataSource, {
      ...lan,
      email: 'qian@desk.example',
      name: 'Qian Wei',
      roles: ['supervisor'],
    });
    const rows = new DeskRows(desk.dataSource);
    const now = Date.now();
    const titles = [
      'A pipe leaks in the cellar',
      'When is the pool open?',
      '自来水发黄',
      'La conduite fuit',
      'Thank you',
    ];
    for (const [index, title] of titles.entries()) {
      const made = await rows.conversation({
        departmentId: department.id,
        channelId: channel.id,
        title,
        language: ['en', 'en', 'zh', 'fr', 'en'][index] ?? 'en',
        waitingSince: new Date(now - (index + 1) * 5 * HOUR),
        answerDueAt: new Date(now + (5 - index) * 9 * HOUR),
      });
      if (index === 0) leakId = made.id;
    }
    // They have waited long: what escalates them now would otherwise come between an officer and a dialog.
    await desk.passTime(0);
    officer = await desk.browser.visitor();
    lead = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const done = (page: Page, words: string) => page.getByText(words, { exact: false }).first().waitFor();
  const clean = async (page: Page, name: string) => {
    await photograph(page, `triage-${name}`);
    expect([name, await barriersOn(page), await overflowOf(page)]).toEqual([name, [], 0]);
  };

  it('the supervisor makes tags, and a name that is taken is told at the field', async () => {
    const { page } = lead;
    await signInAt(page, desk.api, 'qian@desk.example');
    await page.getByRole('link', { name: 'Tags' }).click();
    for (const [zh, en, colour] of [
      ['漏水', 'Leak', 'Red'],
      ['泳池', 'Pool', 'Teal'],
      ['管道', 'Pipe', 'Blue'],
    ] as const) {
      await page.getByLabel('Name in Chinese').fill(zh);
      await page.getByLabel('Name in English').fill(en);
      await page.getByRole('radio', { name: colour }).check();
      await page.getByRole('button', { name: 'Make the tag' }).click();
      await page.getByRole('row', { name: new RegExp(en) }).waitFor();
    }
    await page.getByLabel('Name in English').fill('leak');
    await page.getByRole('button', { name: 'Make the tag' }).click();
    await page.getByText('Another tag of this department has this name.').waitFor();
    await clean(page, 'tags-page');
  }, 180_000);

  it('the officer tags, raises and snoozes by keyboard, each with a way back', async () => {
    const { page } = officer;
    await signInAt(page, desk.api, 'lan@desk.example');
    await page.goto(`${desk.api}/inbox/${leakId}?view=queue`);
    await page.getByRole('heading', { name: 'A pipe leaks in the cellar' }).waitFor();
    await page
      .getByRole('group', { name: 'Priority, tags and snooze' })
      .getByRole('button', { name: 'Tags…' })
      .waitFor();
    // Signing in makes the officer present: what is assigned because of it must not come between.
    await desk.drain();
    await page.keyboard.press('t');
    await page.getByLabel('Find a tag').waitFor();
    await page.keyboard.type('lea');
    await page.keyboard.press('Enter');
    await page.keyboard.type('管');
    await page.keyboard.press('Enter');
    await clean(page, 'tags-dialog');
    await page.keyboard.press('Enter');
    await done(page, 'Tags changed.');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('p');
    await page.getByRole('radio', { name: 'Urgent' }).check();
    await page.getByRole('button', { name: 'Set priority' }).click();
    await page.getByText('Say why it is urgent').waitFor();
    await page.getByLabel('Reason').fill('The cellar is under water.');
    await clean(page, 'priority-dialog');
    await page.getByRole('button', { name: 'Set priority' }).click();
    await done(page, 'Priority: Urgent.');
    // Urgent comes before every deadline.
    await inboxRows(page)
      .first()
      .filter({ hasText: /A pipe leaks.*Urgent/s })
      .waitFor();

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await page.getByText('By the clock of the department').waitFor();
    await page.getByRole('radio', { name: /Next week/ }).check();
    await page.getByText('The promise runs on').waitFor();
    await clean(page, 'snooze-dialog');
    await page.getByRole('button', { name: 'Snooze', exact: true }).click();
    await done(page, 'Snoozed until');
    await page.locator(`a[data-id="${leakId}"]`).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Snoozed 1/ }).click();
    await page.locator(`a[data-id="${leakId}"]`).click();
    await page.getByRole('button', { name: 'Wake now' }).click();
    await done(page, 'Awake again');
    await page.keyboard.press('u');
    await done(page, 'Undone.');
    await page.getByRole('button', { name: 'Wake now' }).click();
    await page.getByRole('link', { name: /Snoozed 0/ }).waitFor();
  }, 180_000);

  it("the supervisor saves a filter for the team, and it stands in the officer's list with its number", async () => {
    const { page } = lead;
    await page.goto(`${desk.api}/inbox?view=queue`);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Priority' }).click();
    await page.getByRole('option', { name: 'Urgent' }).click();
    await page.keyboard.press('Tab');
    await page.getByLabel('Waiting longer than').selectOption({ label: '4 hours' });
    await clean(page, 'filter-dialog');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('button', { name: /Remove filter: Priority: Urgent/ }).waitFor();
    await page.getByRole('button', { name: 'Save as view…' }).click();
    await page.getByLabel('Name').fill('Burning');
    await page.getByRole('radio', { name: 'Everybody in one department' }).check();
    await clean(page, 'save-view');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('link', { name: 'Burning 1' }).waitFor();
    await officer.page.getByRole('link', { name: 'Burning 1' }).click();
    await officer.page.getByRole('button', { name: /Remove filter: Waiting longer than 4 h/ }).waitFor();
    await officer.page.getByText('End of the list: 1 shown').waitFor();
    await page.getByRole('button', { name: 'Views…' }).click();
    await page.getByRole('button', { name: 'Delete Burning' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The view Burning is back.').waitFor();
    await clean(page, 'manage-views');
  }, 180_000);

  it.each(SIGHTS)(
    'looks right: $name',
    async ({ name, context }) => {
      const { page } = await desk.browser.visitor(context);
      await signInAt(page, desk.api, 'lan@desk.example');
      for (const [what, path] of [
        ['list', '/inbox?view=queue'],
        ['conversation', `/inbox/${leakId}?view=queue`],
        [
          'filtered',
          '/inbox?view=all&priority=urgent,high&officer=me,nobody&waitingHours=4&deadline=none&language=zh,fr',
        ],
        ['tags', '/tags'],
      ] as const) {
        await page.goto(`${desk.api}${path}`);
        await page.locator('main h1, main h2').first().waitFor();
        await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
        await clean(page, `${what}-${name}`);
      }
      await page.context().close();
    },
    180_000,
  );
});
