import type { Page } from 'playwright-core';

const SETTLED_AFTER_MS = 450;

/** Where the focus is, once it stays there: the element and its name; `nowhere` when it fell off the page. */
export async function focusOf(page: Page): Promise<string> {
  for (let before = '', since = Date.now(); ; ) {
    const now = await page.evaluate(nameOfFocus);
    if (now !== before) [before, since] = [now, Date.now()];
    if (Date.now() - since > SETTLED_AFTER_MS) return now;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

function nameOfFocus(): string {
  const element = document.activeElement;
  if (!element || element === document.body) return 'nowhere';
  const label =
    element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.labels?.[0] : null;
  const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
  return `${element.tagName.toLowerCase()} ${name.trim().replace(/\s+/g, ' ')}`;
}

/** Each key in the open list of shortcuts, as it is shown: "g i" where one follows the other. */
export async function keysListed(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.waitFor();
  return dialog
    .locator('tr > th')
    .evaluateAll((cells) =>
      cells.flatMap((cell) =>
        (cell.textContent ?? '').split(' or ').map((way) => way.split(' then ').join(' ').trim()),
      ),
    );
}
