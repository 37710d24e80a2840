import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#desk/directory/demo/officers.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { type Addresses, clean, demoAddresses, lookAt } from './demo-tour.js';
import { keysListed } from './focus.js';
import { overflowOf } from './look.js';
import { HARD_SIGHT, SIGHTS } from './sights.js';

/** Sees every screen. */
const ADMINISTRATOR = 'admin@answerable.example';

(browserPath ? describe : describe.skip)('every page of the console', () => {
  let desk: BrowserDesk;
  let pages: Addresses;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    pages = (await demoAddresses(desk)).console;
  }, 60_000);
  afterAll(() => desk.close());

  it.each(SIGHTS)(
    '$name: no barrier, nothing wider than the window, no complaint',
    async ({ name, context, isLayoutOnly }) => {
      const visitor = await desk.browser.visitor(context);
      const { page } = visitor;
      await page.goto(`${desk.api}/`);
      await page.locator('input[name=password]').waitFor();
      const found = [await lookAt(visitor, `console-sign-in-${name}`, { isLayoutOnly })];
      await signInAt(page, desk.api, ADMINISTRATOR, DEMO_PASSWORD);
      for (const [title, path] of Object.entries(pages)) {
        await page.goto(`${desk.api}${path}`);
        await page.locator('main h1, main h2').first().waitFor();
        await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
        found.push(await lookAt(visitor, `console-${title}-${name}`, { isLayoutOnly }));
        if (name === HARD_SIGHT.name)
          expect({ title, ...(await otherwiseSet(page)) }).toEqual({ title, rtl: 0, spaced: 0 });
        if (name === 'light') expect({ title, twice: await keysWithTwoActs(page) }).toEqual({ title, twice: [] });
      }
      expect(found).toEqual(['sign-in', ...Object.keys(pages)].map((title) => clean(`console-${title}-${name}`)));
      await page.context().close();
    },
    180_000,
  );
});

/** By how much the page is too wide when it is read from right to left, and with the spacing of WCAG 1.4.12. */
async function otherwiseSet(page: Page): Promise<{ rtl: number; spaced: number }> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const rtl = await overflowOf(page);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await page.addStyleTag({
    content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
  });
  return { rtl, spaced: await overflowOf(page) };
}

/** One of the two could never be reached. The list is what is registered, and nothing else is heard. */
async function keysWithTwoActs(page: Page): Promise<string[]> {
  await page.keyboard.press('?');
  const keys = await keysListed(page);
  await page.keyboard.press('Escape');
  return keys.filter((key, index) => key !== 'Esc' && keys.indexOf(key) !== index);
}
