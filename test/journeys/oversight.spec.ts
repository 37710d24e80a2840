import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '#desk/directory/demo/officers.js';
import { seedDemo } from '#desk/directory/demo.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { inboxRows, markAgainstReload, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const ADMINISTRATOR = 'admin@answerable.example';

(browserPath ? describe : describe.skip)('a supervisor who watches', () => {
  let desk: BrowserDesk;
  let visitor: Visitor;
  let department: string;
  let key: string;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    await seedDemo(desk.env.DATABASE_URL ?? '');
    await desk.drain();
    await desk.passTime(0);
    ({ key } = await buildChannel(desk.dataSource));
    [{ slug: department }] = await desk.dataSource.query('SELECT slug FROM department ORDER BY slug LIMIT 1');
    visitor = await desk.browser.visitor();
    await signInAt(visitor.page, desk.api, ADMINISTRATOR, DEMO_PASSWORD);
  }, 60_000);
  afterAll(() => desk.close());

  it('opens a figure down to the conversations that it counts', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/oversight`);
    const answered = page.locator('dl > div', { hasText: 'Answered' }).first().getByRole('link').first();
    const n = Number(await answered.innerText());
    expect(n).toBeGreaterThan(0);
    await page.locator('svg').nth(3).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'oversight-figures');
    await answered.click();
    await inboxRows(page).first().waitFor();
    expect(await inboxRows(page).count()).toBe(n);
    await page
      .getByText(/^First answer/)
      .first()
      .waitFor();
    await page.goBack();
  });

  it('reads every chart as a table, by keyboard', async () => {
    const { page } = visitor;
    const course = page.locator('section', { has: page.getByRole('heading', { name: 'When' }) });
    await course.getByRole('img', { name: /^Chart: First answer, by/ }).waitFor();
    await course.getByRole('radio', { name: 'Chart', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await course.getByRole('columnheader', { name: '90th percentile' }).waitFor();
    const total = await course
      .getByRole('row', { name: /^Total/ })
      .getByRole('cell')
      .first()
      .innerText();
    const groups = await course.locator('tbody tr:not(:first-child) td:nth-of-type(1)').allInnerTexts();
    expect(groups.reduce((sum, one) => sum + Number(one), 0)).toBe(Number(total));
    expect(await barriersOn(page)).toEqual([]);
    await course.getByRole('radio', { name: 'Table', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await course.getByText('Hours of the week', { exact: true }).click();
    await course.getByRole('img', { name: /by weekday and hour/ }).waitFor();
    await photograph(page, 'oversight-week');
  });

  it('compares two periods in words, narrows to one of a breakdown, and keeps it all in the address', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/oversight?preset=d90&compare=before&groupBy=channel&measure=resolution`);
    await page
      .getByRole('cell', { name: /more|fewer|unchanged/ })
      .first()
      .waitFor();
    const narrow = page.getByRole('button', { name: /^Only / }).first();
    const name = (await narrow.getAttribute('aria-label'))?.replace(/^Only /, '') ?? '';
    await narrow.click();
    await page.getByRole('list', { name: 'Narrowed to' }).getByText(`Channel: ${name}`).waitFor();
    await page.waitForURL(({ searchParams }) => Boolean(searchParams.get('channel')));
    await photograph(page, 'oversight-compared');
    await page.getByRole('button', { name: /^Take out/ }).click();
    await page.waitForURL(({ searchParams }) => !searchParams.has('channel'));
  });

  it('prints as a page of its own: black on white, with the tables in the place of the charts', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/oversight`);
    await page.locator('dl > div').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'When' }) })
      .getByRole('table')
      .waitFor();
    expect(await page.locator('header').first().isVisible()).toBe(false);
    expect(await page.getByRole('img').count()).toBe(0);
    // A4 between its margins: what is wider is cut off, and nobody can scroll there.
    const screen = page.viewportSize() ?? { width: 1280, height: 860 };
    await page.setViewportSize({ width: 718, height: 1000 });
    for (const table of await page.locator('main table').all()) {
      const box = await table.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(718);
    }
    await page.setViewportSize(screen);
    await page.emulateMedia({ media: 'screen' });
  });

  it('has its tables on paper before the paper is measured', async () => {
    const { page } = visitor;
    const course = page.locator('section', { has: page.getByRole('heading', { name: 'When' }) });
    await course.getByRole('img').first().waitFor();
    const tables = await course.evaluate(async (section) => {
      dispatchEvent(new Event('beforeprint'));
      // The browser lays the paper out as soon as the listeners are done.
      await Promise.resolve();
      return section.querySelectorAll('table').length;
    });
    expect(tables).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await course.getByRole('img').first().waitFor();
  });

  it('orders a report by mail', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/oversight/reports`);
    await page.getByText('You have not ordered any report.').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByLabel('How often').selectOption('monthly');
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'oversight-report-order');
    await page.getByRole('dialog').getByRole('button', { name: 'Order' }).click();
    await page.getByRole('heading', { name: /^On the first of each month at 08:00/ }).waitFor();
    await page.getByRole('button', { name: /^End/ }).click();
    await page.getByText('You have not ordered any report.').waitFor();
  });

  it('hangs the wall: it follows without a reload, and says when it does not', async () => {
    const { page } = visitor;
    await page.goto(`${desk.api}/wall`);
    await page.getByText('Live', { exact: true }).waitFor();
    const tile = (label: string) => page.locator('section > div', { hasText: label }).first();
    const waiting = async () => Number(await tile('Waiting').getByRole('link').innerText());
    const before = await waiting();
    const wasNotReloaded = await markAgainstReload(page);
    await postAccepted(desk.api, key, { department, title: 'SECRET-TITLE', body: 'SECRET-WORDS on the wall' });
    await desk.drain();
    await tile('Waiting')
      .getByText(String(before + 1), { exact: true })
      .waitFor();
    expect(await wasNotReloaded()).toBe(true);
    expect(await page.content()).not.toContain('SECRET');
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'wall-dark');
    await page.context().setOffline(true);
    await page
      .getByRole('alert')
      .getByText(/^Not live\. These figures are from/)
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'wall-not-live');
    await page.context().setOffline(false);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.keyboard.press('d');
    await page.locator('[data-look=light]').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'wall-light');
    expect(await overflowOf(page)).toBe(0);
    await page.keyboard.press('d');
  });
});
