import type { BrowserContextOptions } from 'playwright-core';

/** How different people see the same page. */
export interface Sight {
  name: string;
  context: BrowserContextOptions;
  /** Its markup and its colours are those of another sight: only what is too wide is still to be seen. */
  isLayoutOnly?: boolean;
}

/** Narrow, dark and Chinese at once: what is wrong with one of them shows here too, and half as many looks are needed. */
export const HARD_SIGHT: Sight = {
  name: 'narrow-dark-zh',
  context: { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
};

/** `zoomed`: a window of 1,280 by 1,024 pixels at 400 %. */
export const SIGHTS: readonly Sight[] = [
  { name: 'light', context: { locale: 'en-GB', colorScheme: 'light' } },
  HARD_SIGHT,
  {
    name: 'zoomed',
    context: { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 320, height: 256 } },
    isLayoutOnly: true,
  },
];
