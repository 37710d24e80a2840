import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import type { DraftView } from '#contracts/replies.http.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer, PASSWORD } from '../support/build.js';
import { postAccepted, signIn } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';

const WORDS = 'Dear Ms Wang, the lamp is repaired on Thursday.';

/** One browser, whose tabs have one cookie. */
(browserPath ? describe : describe.skip)('two tabs of one browser', () => {
  let desk: BrowserDesk;
  let visitor: Visitor;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource);
    const { key } = await buildChannel(desk.dataSource);
    const away = { department, isAvailable: false };
    await buildOfficer(desk.dataSource, { ...away, email: 'ana@desk.example', name: 'Ana Ruiz' });
    await buildOfficer(desk.dataSource, { ...away, email: 'bo@desk.example', name: 'Bo Wei' });
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug }));
    await desk.drain();
    visitor = await desk.browser.visitor();
    page = visitor.page;
    await signInAt(page, desk.api, 'ana@desk.example');
  }, 60_000);
  afterAll(() => desk.close());

  const account = (name: string, of = page) => of.getByRole('button', { name: `Account: ${name}` });
  const draftOf = async (email: string) => {
    const client = await signIn(desk.api, email);
    return (await client.get(`/api/conversations/${id}/draft`)).body as DraftView;
  };
  /** Without a word to the other tabs, as it is between the answer to a sign-in and the news of it. */
  const becomeUnheard = async (email: string) => {
    const data = { email, password: PASSWORD };
    const headers = { origin: desk.api, 'sec-fetch-site': 'same-origin' };
    const answer = await page.context().request.post(`${desk.api}/api/session`, { data, headers });
    expect(answer.status()).toBe(204);
  };

  it('save nothing in the name of who has signed in meanwhile, and become theirs', async () => {
    const unplugged = (route: Route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback());
    await page.goto(`${desk.api}/conversations/${id}`);
    await page.route('**/draft', unplugged);
    await page.getByLabel(/^Reply to/).fill(WORDS);
    await page.getByText(/Not saved on the desk yet/).waitFor();
    await becomeUnheard('bo@desk.example');
    await page.unroute('**/draft', unplugged);
    await account('Bo Wei').waitFor();
    expect((await draftOf('bo@desk.example')).body).toBe('');
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe('');
  }, 60_000);

  it('give the words back to whoever wrote them', async () => {
    await becomeUnheard('ana@desk.example');
    await page.reload();
    await account('Ana Ruiz').waitFor();
    await page.waitForFunction(
      (words) => [...document.querySelectorAll('textarea')].some((field) => field.value === words),
      WORDS,
    );
  }, 60_000);

  it('show the same officer, where one signs in while the other is about to', async () => {
    await page.context().clearCookies();
    await page.goto(`${desk.api}/`);
    const other = await page.context().newPage();
    await other.goto(`${desk.api}/`);
    await other.locator('input[name=email]').fill('ana@desk.example');
    await other.locator('input[name=password]').fill(PASSWORD);
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await other.route('**/api/session', async (route) => {
      await held;
      await route.continue();
    });
    await other.locator('form button[type=submit]').click();
    await signInAt(page, desk.api, 'bo@desk.example');
    await account('Bo Wei', other).waitFor();
    go();
    await account('Ana Ruiz', other).waitFor();
    await account('Ana Ruiz').waitFor();
    await other.close();
    expect(visitor.complaints.filter((complaint) => !/status of 401|ERR_FAILED/.test(complaint))).toEqual([]);
  }, 60_000);
});
