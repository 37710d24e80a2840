import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { type Addresses, clean, demoAddresses, lookAt } from './demo-tour.js';
import { SIGHTS } from './sights.js';

(browserPath ? describe : describe.skip)('every page of the press centre', () => {
  let desk: BrowserDesk;
  let pages: Addresses;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    pages = (await demoAddresses(desk)).site;
  }, 60_000);
  afterAll(() => desk.close());

  it.each(SIGHTS)(
    '$name: no barrier, nothing wider than the window, no complaint',
    async ({ name, context }) => {
      const visitor = await desk.browser.visitor(context);
      const found = [];
      for (const [title, path] of Object.entries(pages)) {
        await visitor.page.goto(`${desk.site}${path}`);
        found.push(await lookAt(visitor, `site-${title}-${name}`));
      }
      expect(found).toEqual(Object.keys(pages).map((title) => clean(`site-${title}-${name}`)));
      await visitor.page.context().close();
    },
    60_000,
  );
});
