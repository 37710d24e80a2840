import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '#desk/directory/demo/officers.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { type Addresses, clean, demoAddresses, lookAt } from './demo-tour.js';
import { SIGHTS } from './sights.js';

/** Sees every screen. */
const ADMINISTRATOR = 'admin@answerable.example';

(browserPath ? describe : describe.skip)('every page of the console', () => {
  let desk: BrowserDesk;
  let pages: Addresses;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    pages = (await demoAddresses(desk)).console;
  }, 30_000);
  afterAll(() => desk.close());

  it.each(SIGHTS)(
    '$name: no barrier, nothing wider than the window, no complaint',
    async ({ name, context }) => {
      const visitor = await desk.browser.visitor(context);
      const { page } = visitor;
      await page.goto(`${desk.api}/`);
      await page.locator('input[name=password]').waitFor();
      const found = [await lookAt(visitor, `console-sign-in-${name}`)];
      await signInAt(page, desk.api, ADMINISTRATOR, DEMO_PASSWORD);
      for (const [title, path] of Object.entries(pages)) {
        await page.goto(`${desk.api}${path}`);
        await page.locator('main h1, main h2').first().waitFor();
        await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
        found.push(await lookAt(visitor, `console-${title}-${name}`));
      }
      expect(found).toEqual(['sign-in', ...Object.keys(pages)].map((title) => clean(`console-${title}-${name}`)));
      await page.context().close();
    },
    60_000,
  );
});
