import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { checkoutFolder } from '../../apps/desk/infrastructure/checkout.js';

const SCREENSHOTS = join(checkoutFolder(), '.screenshots');

/** Keeps a picture of the page under this name, in a folder that git ignores. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

/** New in WCAG 2.2, and not yet among what axe does unasked. */
const BEYOND_THE_USUAL = { 'target-size': { enabled: true } };

/** What axe finds wrong with the page, each with the elements at fault; empty when it is clean. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(holdTransitions);
  // The legacy mode does without a second page for every look; what it cannot see into are frames, and we have none.
  const everything = new AxeBuilder({ page }).setLegacyMode(true).options({ rules: BEYOND_THE_USUAL });
  const { violations } = await everything.analyze().finally(() => page.evaluate(letTransitionsGo));
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

/**
 * A button that fades from disabled to enabled has, for a moment, too little contrast; also one whose answer comes while
 * axe is looking.
 */
function holdTransitions(): void {
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important }');
  document.adoptedStyleSheets.push(still);
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
}

function letTransitionsGo(): void {
  document.adoptedStyleSheets.pop();
}

/** By how many pixels the page is wider than the window: the reader would have to scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
