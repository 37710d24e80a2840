import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** In the order of preference: the one that CHROMIUM_PATH names, then where distributions put it. */
export function findBrowser(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH)) throw new Error('CHROMIUM_PATH names no file');
  return CHROMIUM_PATH || PLACES.find((place) => existsSync(place));
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A person at a browser of their own: own cookies, own storage. */
export interface Visitor {
  page: Page;
  /** What the pages complained about: uncaught errors, errors on the console, refused by the content policy. */
  complaints: string[];
}

export interface TestBrowser {
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

/** A real Chromium with a fresh profile in the system's folder for temporary files, removed when it is closed. */
export async function openBrowser(executablePath: string): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  return { visitor: (options) => visitorOf(browser, options), close: () => browser.close() };
}

/** One that can be killed as a crash would: nothing in it hears of its end. */
export async function openMortalBrowser(executablePath: string): Promise<TestBrowser & { kill(): Promise<void> }> {
  const server = await chromium.launchServer({ executablePath, headless: true, args: FLAGS });
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    visitor: (options) => visitorOf(browser, options),
    close: () => server.close(),
    kill: () => server.kill(),
  };
}

async function visitorOf(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  return { page, complaints };
}
