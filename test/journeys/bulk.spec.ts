import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Department } from '#database/entities/department.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildDepartment, buildOfficer } from '../support/build.js';
import { DeskRows } from '../support/desk-rows.js';
import { until } from '../support/until.js';
import { inboxRows, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const ROWS = 40;
const REASON = 'Said at the town hall meeting.';

const listOf = (page: Page) => page.getByRole('region', { name: /^(Conversations|对话列表)$/ });

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('closing forty at once while a colleague answers one of them', () => {
  let desk: BrowserDesk;
  let department: Department;
  let lead: Visitor;
  let colleague: Visitor;
  let contested = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource, { nameEn: 'Street Lighting', nameZh: '路灯管理处' });
    const given = { department, isAvailable: false };
    await buildOfficer(desk.dataSource, { ...given, email: 'ana@desk.example', roles: ['supervisor', 'officer'] });
    await buildOfficer(desk.dataSource, { ...given, email: 'bo@desk.example', name: 'Bo Chen' });
    const rows = new DeskRows(desk.dataSource);
    for (let n = 1; n <= ROWS; n += 1) {
      const openedAt = new Date(Date.now() - (ROWS - n) * 60_000);
      const title = `Lamp ${n} is dark`;
      const { id } = await rows.conversation({ departmentId: department.id, title, openedAt, answerDueAt: openedAt });
      if (n === 7) contested = id;
    }
    for (const [name, colour] of [
      ['Burnt out', 'orange'],
      ['Vandalism', 'red'],
    ]) {
      await desk.dataSource.query(
        `INSERT INTO tag (id, department_id, name_en, name_zh, colour, created_at) VALUES (gen_random_uuid(), $1, $2, '', $3, now())`,
        [department.id, name, colour],
      );
    }
    [lead, colleague] = [await desk.browser.visitor(), await desk.browser.visitor()];
  }, 60_000);
  afterAll(() => desk.close());

  it('the supervisor selects by keyboard: one row, then a stretch', async () => {
    const { page } = lead;
    await signInAt(page, desk.api, 'ana@desk.example');
    await page.goto(`${desk.api}/inbox?view=unassigned`);
    await inboxRows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await listOf(page).getByText('1 selected', { exact: true }).waitFor();
    await page.keyboard.press('j');
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('Shift+ArrowDown');
    await listOf(page).getByText('4 selected', { exact: true }).waitFor();
    await photograph(page, 'bulk-selected');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('clears the selection by Escape, and takes all that are shown', async () => {
    const { page } = lead;
    await page.keyboard.press('Escape');
    await page.getByLabel(/^Select all shown/).check();
    await listOf(page).getByText(`${ROWS} selected`, { exact: true }).waitFor();
  });

  it('and is asked why before they are closed; meanwhile the colleague takes one and replies', async () => {
    const { page } = lead;
    await page.getByRole('button', { name: 'Close…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText('Fill this in first.').waitFor();
    await dialog.getByLabel('Reason').fill(REASON);
    await photograph(page, 'bulk-close-dialog');
    expect(await barriersOn(page)).toEqual([]);

    const other = colleague.page;
    await signInAt(other, desk.api, 'bo@desk.example');
    await other.goto(`${desk.api}/inbox/${contested}?view=unassigned`);
    await other.getByRole('button', { name: 'Claim', exact: true }).click();
    await other.getByRole('button', { name: 'Release', exact: true }).waitFor();
    await other.getByLabel(/^Reply to/).fill('A crew is on its way to lamp seven.');

    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('thirty-nine are closed; the one that the colleague has at hand is left and named', async () => {
    const { page } = lead;
    const strip = page.getByRole('region', { name: 'Bulk acts' });
    await strip.getByText(`Closed: 39 of ${ROWS} · 1 refused`).waitFor();
    await photograph(page, 'bulk-strip');
    expect(await barriersOn(page)).toEqual([]);
    await strip.getByRole('link', { name: 'Details' }).click();
    await page.getByText('Somebody did something in it in the meantime.').waitFor();
    await photograph(page, 'bulk-result');
    expect(await barriersOn(page)).toEqual([]);
  });

  it("the colleague's words are where they were, and the reply goes out", async () => {
    const { page } = colleague;
    const composer = page.getByLabel(/^Reply to/);
    expect(await composer.inputValue()).toBe('A crew is on its way to lamp seven.');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await until(async () => (await statusOf(contested)) === 'answered', 'the reply has left');
  });

  it('a refused one opens its conversation', async () => {
    const { page } = lead;
    await page.getByRole('link', { name: /Lamp 7 is dark/ }).click();
    await page.waitForURL(`**/conversations/${contested}`);
    await page.getByText('A crew is on its way to lamp seven.').first().waitFor();
    await page.goBack();
  });

  it('the browser is closed; on coming back the result is there, and undo opens all thirty-nine again', async () => {
    const context = lead.page.context();
    await lead.page.close();
    const page = await context.newPage();
    await page.goto(`${desk.api}/inbox?view=unassigned`);
    const strip = page.getByRole('region', { name: 'Bulk acts' });
    await strip.getByText(`Closed: 39 of ${ROWS} · 1 refused`).waitFor();
    await strip.getByRole('button', { name: 'Undo' }).click();
    await strip.getByText('Taken back: 39 of 39').waitFor();
    // The list comes back live, in as many steps as the rows are worked off in.
    await page.getByLabel('Select all shown (39)').waitFor();
    lead = { ...lead, page };
  });

  it.each(['Claim', 'Assign…', 'Tags…', 'Priority…', 'Snooze…', 'Transfer…'])(
    '"%s" asks what it needs to know, in a dialog that anybody can use',
    async (act) => {
      const { page } = lead;
      await page.getByLabel(/^(Select all shown|39 selected)/).check();
      await page.getByRole('group', { name: 'What to do with the selected conversations' }).getByText(act).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('This is done to 39 conversations').waitFor();
      await photograph(page, `bulk-dialog-${act.replace('…', '').toLowerCase()}`);
      expect(await barriersOn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  );

  it('what is not loaded can be selected too, by the filter', async () => {
    const { page } = lead;
    const rows = new DeskRows(desk.dataSource);
    for (let n = 1; n <= 30; n += 1)
      await rows.conversation({ departmentId: department.id, title: `Sign ${n} is bent` });
    await page.reload();
    await page.getByLabel(/^Select all shown/).check();
    await page.getByRole('button', { name: 'Select all in this view' }).click();
    await listOf(page).getByText('All 69 in this view selected').waitFor();
    await page.getByRole('group', { name: 'What to do with the selected conversations' }).getByText('Claim').click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    const strip = page.getByRole('region', { name: 'Bulk acts' });
    await strip.getByText('Claimed: 69 of 69').waitFor();
    await page.goto(`${desk.api}/bulk`);
    await page.getByRole('link', { name: /^Claimed: 69 of 69/ }).waitFor();
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(3);
    await photograph(page, 'bulk-acts');
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${desk.api}/inbox?view=mine`);
  });

  it('on a phone, in Chinese and in the dark nothing is cut off', async () => {
    const { page } = lead;
    await page.evaluate(() => localStorage.setItem('answerable:language', 'zh'));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await page.getByLabel(/^选择已显示的全部/).check();
    await listOf(page).getByText('已选 50 件', { exact: true }).waitFor();
    await photograph(page, 'bulk-phone-zh-dark');
    expect(await overflowOf(page)).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });

  it("nobody's browser met an error on the way", () => {
    const met = [lead, colleague].flatMap(({ complaints }) => complaints);
    expect(met.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  });

  const statusOf = async (id: string): Promise<string> => {
    const [row] = await desk.dataSource.query('SELECT status FROM conversation WHERE id = $1', [id]);
    return row.status;
  };
});
