import type { Page } from 'playwright-core';
import { PASSWORD } from '../support/build.js';

/** Signs in as a person would: through the page. Ends where the sign-in leads to. */
export async function signInAt(page: Page, api: string, email: string, password = PASSWORD): Promise<void> {
  if (!page.url().startsWith(`${api}/sign-in`)) await page.goto(`${api}/`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.locator('nav').first().waitFor();
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
