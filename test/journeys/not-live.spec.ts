import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { type BreakableLine, breakableLine } from '../support/breakable-line.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { inboxRows, markAgainstReload, signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, photograph } from './look.js';

const BANNER = /Not live: what you see may be old/;

(browserPath ? describe : describe.skip)('a console that loses its connection', () => {
  let desk: BrowserDesk;
  let line: BreakableLine;
  let department: Department;
  let officer: Officer;
  let key: string;
  let visitor: Visitor;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    department = await buildDepartment(desk.dataSource);
    officer = await buildOfficer(desk.dataSource, { department });
    ({ key } = await buildChannel(desk.dataSource));
    line = await breakableLine(desk.api);
    visitor = await desk.browser.visitor();
    await signInAt(visitor.page, line.url, officer.email);
    await visitor.page.getByText('Live', { exact: true }).waitFor();
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await desk.close();
  });

  const arrive = async (title: string) => {
    await postAccepted(desk.api, key, { department: department.slug, title });
    await desk.drain();
  };

  it('says so, and shows what it missed as soon as it is back, without a reload', async () => {
    const { page } = visitor;
    const wasNotReloaded = await markAgainstReload(page);
    await page.context().setOffline(true);
    await page.getByRole('alert').getByText(BANNER).waitFor();
    expect(await page.getByText('Live', { exact: true }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'console-not-live');

    await arrive('While the line was down');
    expect(await inboxRows(page).count()).toBe(0);

    await page.context().setOffline(false);
    await page.getByText('While the line was down').first().waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByText(BANNER).count()).toBe(0);
    expect(await wasNotReloaded()).toBe(true);
  });

  it('hears the bell again after every connection broke', async () => {
    const { page } = visitor;
    await page.evaluate((banner) => {
      const watch = new MutationObserver(() => {
        if (document.body.innerText.includes(banner)) document.documentElement.setAttribute('data-banner-seen', '');
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    }, 'Not live: what you see may be old');
    line.cut();
    await page.locator('html[data-banner-seen]').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await arrive('After the line had broken');
    await page.getByText('After the line had broken').first().waitFor();
  });

  it('leads to the sign-in when the session has ended meanwhile, and back again afterwards', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: /While the line was down/ }).click();
    await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/);
    const address = page.url();
    await desk.dataSource.query('DELETE FROM session');
    line.cut();
    await page.getByText('After signing in you come back to where you were', { exact: false }).waitFor();
    await signInAt(page, line.url, officer.email);
    await page.waitForURL(address);
  });

  it('leads back to a page that had only just been gone to when the session ended', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Inbox', exact: true }).first().click();
    await page.waitForURL(/\/inbox$/);
    const { promise: asked, resolve: hold } = Promise.withResolvers<Route>();
    await page.route(({ pathname }) => pathname === '/api/inbox', hold, { times: 1 });
    await arrive('What makes the list ask again');
    const list = await asked;
    // Between the address bar and the drawn page lies one turn; a slow machine makes it long enough to be met.
    const inspector = await page.context().newCDPSession(page);
    await inspector.send('Emulation.setCPUThrottlingRate', { rate: 20 });
    const gone = page.waitForURL(/\/inbox\/[0-9a-f-]{36}/, { waitUntil: 'commit' });
    await inboxRows(page).filter({ hasText: 'After the line had broken' }).click({ noWaitAfter: true });
    await gone;
    const address = page.url();
    await desk.dataSource.query('DELETE FROM session');
    await list.continue();
    await page.getByText('After signing in you come back to where you were', { exact: false }).waitFor();
    await inspector.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await signInAt(page, line.url, officer.email);
    await page.waitForURL(address);
  });
});
