import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { DEMO_PASSWORD } from '#desk/directory/demo/officers.js';
import type { Visitor } from '../support/browser.js';
import { signIn } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { type Addresses, clean, demoAddresses, type Findings, lookAt, WRITER } from './demo-tour.js';
import { focusOf, keysListed } from './focus.js';
import { HARD_SIGHT } from './sights.js';

/** Sees every screen, and answers in no department: everything is there to be claimed. */
const ADMINISTRATOR = 'admin@answerable.example';
const OFFICER = 'zhao@answerable.example';

(browserPath ? describe : describe.skip)('every state of the console', () => {
  let desk: BrowserDesk;
  let pages: Addresses;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    pages = (await demoAddresses(desk)).console;
  }, 60_000);
  afterAll(() => desk.close());

  // First: the other test takes the conversation away from its officer, and most acts with it.
  it('has no barrier in what any shortcut of a conversation opens, and nobody loses the focus', async () => {
    const visitor = await desk.browser.visitor({ colorScheme: 'dark', viewport: { width: 360, height: 740 } });
    const { page } = visitor;
    await page.goto(`${desk.api}/`);
    await signInAt(page, desk.api, WRITER, DEMO_PASSWORD);
    const found: Findings[] = [];
    const address = `${desk.api}${pages['inbox-conversation']}`;
    await go(visitor, address);
    await untilThread(page);
    for (const key of await actKeys(page)) {
      await go(visitor, address);
      await untilThread(page);
      await page.keyboard.press(key);
      await expect(focusOf(page)).resolves.not.toBe('nowhere');
      found.push(await lookAt(visitor, `act-${key.replace('/', 'slash')}`));
    }
    expect(found).toEqual(found.map((one) => clean(one.name)));
    expect(found.length).toBeGreaterThan(15);
    await page.context().close();
  }, 240_000);

  it('has no barrier in what is open, empty, loading, failed or refused', async () => {
    const visitor = await desk.browser.visitor(HARD_SIGHT.context);
    const { page } = visitor;
    const found: Findings[] = [];
    const look = async (state: string) => {
      // A request that was made to fail complains; that is what these states are about.
      const findings = await lookAt(visitor, `state-${state}-${HARD_SIGHT.name}`);
      found.push({
        ...findings,
        complaints: findings.complaints.filter((words) => !/Failed to load|Unable to preload/.test(words)),
      });
    };
    await refuseSignIn(page, desk.api);
    await look('sign-in-refused');
    await signInAt(page, desk.api, ADMINISTRATOR, DEMO_PASSWORD);
    await lookAtDialogs({ page, look, go: (path) => go(visitor, `${desk.api}${path}`), pages });
    await lookAtLists({ page, look, go: (path) => go(visitor, `${desk.api}${path}`), pages });
    await lookAtConflict({ page, look, go: (path) => go(visitor, `${desk.api}${path}`), pages }, desk);
    expect(found).toEqual(found.map((one) => clean(one.name)));
    expect(found.length).toBeGreaterThan(15);
    await page.context().close();
  }, 240_000);
});

/** Everything that has a key here and now, but the moving about. */
async function actKeys(page: Page): Promise<string[]> {
  await page.keyboard.press('?');
  const keys = await keysListed(page);
  await page.keyboard.press('Escape');
  return keys.filter((key) => /^(Shift\+)?[a-z/]$/i.test(key) && !['j', 'k'].includes(key));
}

interface Tour {
  page: Page;
  look: (state: string) => Promise<void>;
  go: (path: string) => Promise<void>;
  pages: Addresses;
}

async function go({ page }: Visitor, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('main h1, main h2').first().waitFor();
  await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
}

/** Its keys are heard once it is there; the headings before it are those of the list. */
function untilThread(page: Page): Promise<void> {
  return page.locator('article[data-kind=message]').first().waitFor();
}

async function refuseSignIn(page: Page, api: string): Promise<void> {
  await page.goto(`${api}/`);
  await page.locator('input[name=email]').fill(OFFICER);
  await page.locator('form button[type=submit]').click();
  await page.locator('input[name=password]').fill('not the password');
  await page.locator('form button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await page.locator('input[name=email]').fill('no address');
  await page.locator('form button[type=submit]').click();
}

async function lookAtDialogs({ page, look, go, pages }: Tour): Promise<void> {
  await go(pages['inbox-conversation'] ?? '');
  await untilThread(page);
  const dialog = page.getByRole('dialog');
  for (const [state, key] of [
    ['assign', 'a'],
    ['transfer', 'Shift+T'],
    ['close', 'e'],
    ['help', '?'],
  ] as const) {
    await page.keyboard.press(key);
    await dialog.waitFor();
    const submit = dialog.locator('button[type=submit]');
    if ((await submit.count()) > 0) await submit.click();
    await look(`dialog-${state}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+k');
  await dialog.waitFor();
  await look('palette');
  await page.keyboard.type('zzzz');
  await look('palette-search');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^(Account|账户)/ }).click();
  await dialog.waitFor();
  await look('account-menu');
  await page.keyboard.press('Escape');
  await go('/moderation');
  await page.locator('main article').first().waitFor();
  await page.keyboard.press('h');
  await page.locator('main form').waitFor();
  await page.locator('main form button[type=submit]').click();
  await look('decision');
}

async function lookAtLists({ page, look, go, pages }: Tour): Promise<void> {
  await go('/inbox?view=mine');
  await look('inbox-empty');
  await go('/inbox?view=all&status=closed&department=water-authority');
  await look('inbox-filtered-empty');
  await go('/inbox?view=all&answeredFrom=1970-01-01T00:00:00Z&channel=web&waiting=true');
  await look('inbox-chips');
  await page.goto(new URL('/conversations/00000000-0000-4000-8000-000000000000', page.url()).href);
  await page.locator('main').getByRole('alert').first().waitFor();
  await look('conversation-unreadable');

  // A rare word in a long history: nothing is found yet, and there is more to look through.
  const isSearch = /\/api\/inbox\?.*q=/;
  const soFar = { items: [], nextCursor: 'further', lookedBackTo: '2025-05-01T00:00:00.000Z' };
  const further = (route: Route) => route.fulfill({ json: soFar });
  await page.route(isSearch, further);
  await page.goto(new URL('/inbox?view=all&q=sluicegate', page.url()).href);
  await page.locator('main p[role=status]').waitFor();
  await look('search-further');
  await page.unroute(isSearch, further);

  const isList = /\/api\/(inbox\?|letters\?|moderation\/queue|oversight)/;
  const failing = (route: Route) => route.abort('connectionreset');
  await page.route(isList, failing);
  for (const [state, path] of Object.entries({
    inbox: '/inbox?view=all',
    letters: '/letters',
    oversight: '/oversight',
  })) {
    await page.goto(new URL(path, page.url()).href);
    await page.locator('main').getByRole('alert').first().waitFor();
    await look(`${state}-failed`);
  }
  await page.unroute(isList, failing);

  const held: Route[] = [];
  const waiting = (route: Route) => void held.push(route);
  await page.route(isList, waiting);
  await page.goto(new URL(pages.inbox ?? '', page.url()).href);
  await page.locator('main .mantine-Loader-root').first().waitFor();
  await look('inbox-loading');
  await page.unroute(isList, waiting);
  for (const route of held) await route.continue().catch(() => undefined);

  const chunks = /\/assets\/letters/;
  await page.route(chunks, failing);
  await page.goto(new URL('/letters', page.url()).href);
  await page.getByRole('alert').first().waitFor();
  await look('page-failed');
  await page.unroute(chunks, failing);
}

/** The screen is kept from hearing of what a colleague does; then it acts on what it shows. */
async function lookAtConflict({ page, look, go, pages }: Tour, desk: BrowserDesk): Promise<void> {
  const path = pages.conversation ?? '';
  await go(path);
  const isThis = new RegExp(`/api${path}$`);
  const old = await page.request.get(`${desk.api}/api${path}`);
  const body = await old.body();
  const asItWas = (route: Route) => route.fulfill({ body, contentType: 'application/json' });
  await page.route(isThis, asItWas);
  const colleague = await signIn(desk.api, ADMINISTRATOR, DEMO_PASSWORD);
  const { id, version } = JSON.parse(body.toString()) as { id: string; version: number };
  const [officer] = await desk.dataSource.query(
    `SELECT g.officer_id AS id FROM role_grant g JOIN conversation c ON c.department_id = g.department_id
     WHERE c.id = $1 AND g.role = 'officer' AND g.officer_id IS DISTINCT FROM c.officer_id LIMIT 1`,
    [id],
  );
  await colleague.send('POST', `/api/conversations/${id}/assign`, { version, officerId: officer.id });
  await desk.drain();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea').fill('Answered by telephone.');
  await dialog.locator('button[type=submit]').click();
  await dialog.getByRole('alert').waitFor();
  await look('conflict');
  await page.unroute(isThis, asItWas);
}
