import type { BrowserContextOptions } from 'playwright-core';

/** How different people see the same page. */
export interface Sight {
  name: string;
  context: BrowserContextOptions;
  /** Its markup and its colours are those of another sight: only what is too wide is still to be seen. */
  isLayoutOnly?: boolean;
}

/** `zoomed`: a window of 1,280 by 1,024 pixels at 400 %. */
export const SIGHTS: readonly Sight[] = [
  { name: 'light', context: { locale: 'en-GB', colorScheme: 'light' } },
  { name: 'dark-zh', context: { locale: 'zh-CN', colorScheme: 'dark' } },
  { name: 'narrow-zh', context: { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 360, height: 740 } } },
  {
    name: 'zoomed',
    context: { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 320, height: 256 } },
    isLayoutOnly: true,
  },
];

/** For what is open, empty or failed: narrow, dark and Chinese at once, for every page is looked at in each of them. */
export const HARD_SIGHT: Sight = {
  name: 'narrow-dark-zh',
  context: { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
};
