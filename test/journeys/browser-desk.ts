import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from '../../apps/desk/infrastructure/checkout.js';
import { freePort } from '../../apps/desk/infrastructure/free-port.js';
import { findBrowser, openBrowser, type TestBrowser } from '../support/browser.js';
import { startDesk, type TestDesk } from '../support/desk.js';

/** Undefined, with a word about it, where journeys cannot be made. */
export const browserPath = findBrowser();
if (!browserPath) {
  console.warn('No Chromium found (CHROMIUM_PATH, /usr/bin/chromium): the journeys through a browser are skipped.');
}

export interface BrowserDesk extends TestDesk {
  browser: TestBrowser;
}

/** The desk with its site and its built console, and a browser to visit them. */
export async function startBrowserDesk(): Promise<BrowserDesk> {
  const consoleFolder = process.env.CONSOLE_DIR ?? join(checkoutFolder(), 'dist', 'apps', 'console');
  if (!existsSync(join(consoleFolder, 'index.html'))) throw new Error('the console is not built: run npm test');
  const sitePort = await freePort();
  // The console links to the site by its public address, so that has to be the true one.
  const desk = await startDesk({
    site: true,
    env: {
      CONSOLE_DIR: consoleFolder,
      SITE_PORT: String(sitePort),
      SITE_PUBLIC_URL: `http://127.0.0.1:${sitePort}`,
    },
  });
  const browser = await openBrowser(browserPath ?? '');
  return {
    ...desk,
    browser,
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
}
