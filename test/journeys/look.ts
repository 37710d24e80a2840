import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { checkoutFolder } from '../../apps/desk/infrastructure/checkout.js';

const SCREENSHOTS = join(checkoutFolder(), '.screenshots');

/** Keeps a picture of the page under this name, in a folder that git ignores; none where nobody will look at it. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (process.env.CI) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Its builder would bring it into the page twice for every look. */
const ALREADY_THERE = 'undefined';

const EVERYTHING: Parameters<AxeBuilder['options']>[0] = {
  // New in WCAG 2.2, and not yet among what axe does unasked.
  rules: { 'target-size': { enabled: true } },
  // Every rule is applied to everything; only what passes is not described, element by element, for nobody.
  resultTypes: ['violations'],
};

/** What axe finds wrong with the page, each with the elements at fault; empty when it is clean. */
export async function barriersOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(holdTransitions))) await page.evaluate(AXE);
  // The legacy mode does without a second page for every look; what it cannot see into are frames, and we have none.
  const look = new AxeBuilder({ page, axeSource: ALREADY_THERE }).setLegacyMode(true).options(EVERYTHING);
  const { violations } = await look.analyze().finally(() => page.evaluate(letTransitionsGo));
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

/**
 * A button that fades from disabled to enabled has, for a moment, too little contrast; also one whose answer comes while
 * axe is looking. Returns whether axe is in the page already.
 */
function holdTransitions(): boolean {
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important }');
  document.adoptedStyleSheets.push(still);
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
  return 'axe' in globalThis;
}

function letTransitionsGo(): void {
  document.adoptedStyleSheets.pop();
}

/** By how many pixels the page is wider than the window: the reader would have to scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
