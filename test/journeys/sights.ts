import type { BrowserContextOptions } from 'playwright-core';

/** How different people see the same page. */
export interface Sight {
  name: string;
  context: BrowserContextOptions;
}

export const SIGHTS: readonly Sight[] = [
  { name: 'light', context: { locale: 'en-GB', colorScheme: 'light' } },
  { name: 'dark-zh', context: { locale: 'zh-CN', colorScheme: 'dark' } },
  { name: 'narrow-zh', context: { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 360, height: 740 } } },
];
