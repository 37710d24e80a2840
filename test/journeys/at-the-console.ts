import type { Locator, Page } from 'playwright-core';
import { PASSWORD } from '../support/build.js';
import { until } from '../support/until.js';

/** Signs in as a person would: through the page that is there or comes, or a fresh one. Ends where the sign-in leads to. */
export async function signInAt(page: Page, api: string, email: string, password = PASSWORD): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`${api}/`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.locator('nav').first().waitFor();
}

/** Waits until the field holds exactly these words: what was saved comes into it a moment after it is shown. */
export function whenHolds(field: Locator, words: string): Promise<void> {
  return until(async () => (await field.inputValue()) === words, `the field holds "${words}"`);
}

/** What the inbox shows, top to bottom: each row as one line of text. */
export function inboxRows(page: Page) {
  return page.locator('a[data-id]');
}

/** Marks the page, so that a reload between two looks would be noticed. */
export async function markAgainstReload(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-not-reloaded', ''));
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-not-reloaded'));
}
