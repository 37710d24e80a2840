import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { inboxRows, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { focusOf } from './focus.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const KEYBOARD_PX = 400;

/** One story in scenes: each begins where the last one ended. */
(browserPath ? describe : describe.skip)('an officer with a telephone', () => {
  let desk: BrowserDesk;
  let department: Department;
  let officer: Officer;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource);
    officer = await buildOfficer(desk.dataSource, { department, capacity: 0 });
    const { key } = await buildChannel(desk.dataSource);
    for (const title of ['The tap drips', 'The road is dark']) {
      await postAccepted(desk.api, key, { department: department.slug, title, body: `${title}. `.repeat(60) });
    }
    await desk.drain();
    visitor = await desk.browser.visitor(PHONE);
    page = visitor.page;
    await signInAt(page, desk.api, officer.email);
  }, 60_000);
  afterAll(() => desk.close());

  it('opens a conversation by a tap and has the acts at the lower edge', async () => {
    await inboxRows(page).first().tap();
    const claim = page.getByRole('button', { name: 'Claim', exact: true });
    await claim.waitFor();
    expect(await lowerEdge(claim)).toBeGreaterThan(700);
    expect(await isWhole(page, claim)).toBe(true);
    expect(await overflowOf(page)).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'phone-conversation');
  });

  it('claims, and what is told about it covers no act', async () => {
    await page.getByRole('button', { name: 'Claim', exact: true }).tap();
    await page.getByText('You have this conversation now.').first().waitFor();
    await expect(focusOf(page)).resolves.toMatch(/^textarea Reply to /);
    await photograph(page, 'phone-claimed');
    await page.getByRole('button', { name: 'Close…' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('sees the field and its button above the keyboard, whether that makes the page smaller or lies over it', async () => {
    const field = page.getByLabel(/^Reply to/);
    const send = page.getByRole('button', { name: 'Send reply' });
    await page.getByRole('button', { name: 'Reply', exact: true }).tap();
    await page.keyboard.type('A crew comes on Monday.');
    await page.setViewportSize({ width: 390, height: 844 - KEYBOARD_PX });
    await whenWhole(page, send);
    expect(await isWhole(page, field)).toBe(true);
    await photograph(page, 'phone-keyboard');
    await page.setViewportSize(PHONE.viewport);

    await coverBelow(page, 844 - KEYBOARD_PX);
    await whenWhole(page, send, 844 - KEYBOARD_PX);
    expect(await isWhole(page, field, 844 - KEYBOARD_PX)).toBe(true);
    await coverBelow(page, 844);
  });

  it('replies, and goes back to the list', async () => {
    await page.getByRole('button', { name: 'Send reply' }).tap();
    await page.locator('[data-kind=reply]').getByText('A crew comes on Monday.').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).tap();
    await inboxRows(page).first().waitFor();
    expect(await overflowOf(page)).toBe(0);
    expect(visitor.complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  });
});

async function lowerEdge(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box ? box.y + box.height : 0;
}

/** Whole in the window, and nothing lies over its middle. */
async function isWhole(page: Page, element: Locator, height = page.viewportSize()?.height ?? 0): Promise<boolean> {
  const box = await element.boundingBox();
  if (!box || box.y < 0 || box.y + box.height > height) return false;
  return element.evaluate((one) => {
    const { x, y, width, height: tall } = one.getBoundingClientRect();
    const above = document.elementFromPoint(x + width / 2, y + tall / 2);
    return one.contains(above);
  });
}

async function whenWhole(page: Page, element: Locator, height?: number): Promise<void> {
  const giveUpAt = Date.now() + 5_000;
  while (!(await isWhole(page, element, height))) {
    if (Date.now() > giveUpAt) {
      await photograph(page, 'phone-not-whole');
      throw new Error(
        `not whole: ${JSON.stringify(await element.boundingBox())}; the focus is on ${await focusOf(page)}`,
      );
    }
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/** What Safari tells a page when its keyboard comes out: less is visible, and the window is as high as before. */
function coverBelow(page: Page, visible: number): Promise<void> {
  return page.evaluate((height) => {
    const { visualViewport } = globalThis;
    if (!visualViewport) throw new Error('no visual viewport');
    Object.defineProperty(visualViewport, 'height', { value: height, configurable: true });
    visualViewport.dispatchEvent(new Event('resize'));
  }, visible);
}
