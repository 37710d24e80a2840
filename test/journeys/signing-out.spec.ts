import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import type { DraftView } from '#contracts/replies.http.js';
import type { Officer } from '#database/entities/officer.entity.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted, signIn } from '../support/clients.js';
import { signInAt, whenHolds } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const WORDS = 'Dear Ms Wang, the lamp is repaired on Thursday.';
const NOTE = 'Her son is ill; be quick.';

/** One machine that several officers use. */
(browserPath ? describe : describe.skip)('signing out of a shared machine', () => {
  let desk: BrowserDesk;
  let ana: Officer;
  let visitor: Visitor;
  let page: Page;
  let id = '';
  /** In which nobody has a draft: whoever saves the first one is not refused. */
  let untouched = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource, {
      nameEn: 'Street Lighting',
      nameZh: '路灯管理处',
      undoSeconds: 120,
    });
    const { key } = await buildChannel(desk.dataSource);
    const away = { department, isAvailable: false };
    ana = await buildOfficer(desk.dataSource, { ...away, email: 'ana@desk.example', name: 'Ana Ruiz' });
    await buildOfficer(desk.dataSource, { ...away, email: 'bo@desk.example', name: 'Bo Wei' });
    const posted = { department: department.slug, body: 'The lamp at our gate is dark.', author: author('Wang Fang') };
    ({ conversationId: id } = await postAccepted(desk.api, key, posted));
    ({ conversationId: untouched } = await postAccepted(desk.api, key, { ...posted, author: author('Li Qiang') }));
    await desk.drain();
    visitor = await desk.browser.visitor();
    page = visitor.page;
    await signInAt(page, desk.api, 'ana@desk.example');
  }, 60_000);
  afterAll(() => desk.close());

  const author = (name: string) => ({ externalId: name, name });
  const field = () => page.getByLabel(/^Reply to/);
  const unplugged = (route: Route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback());
  const signOut = async () => {
    await page.getByRole('button', { name: 'Account: Ana Ruiz' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  };
  const atSignIn = () => page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const keptOfAna = () =>
    page.evaluate((officerId) => Object.keys(localStorage).filter((key) => key.includes(officerId)), ana.id);
  const onDesk = async () => {
    const asAna = await signIn(desk.api, 'ana@desk.example');
    return ((await asAna.get(`/api/conversations/${id}/draft`)).body as DraftView).body;
  };

  it('saves first what only this machine has, also of another screen, and asks nothing', async () => {
    await page.goto(`${desk.api}/inbox?view=all`);
    await page.getByRole('combobox', { name: 'Search conversations' }).fill('Wang Fang');
    await page.keyboard.press('Enter');
    await page.locator('a[data-id]').first().waitFor();
    await page.goto(`${desk.api}/conversations/${id}`);
    await page.route('**/draft', unplugged);
    await field().fill(WORDS);
    await page.getByText(/Not saved on the desk yet/).waitFor();
    await page.getByRole('link', { name: 'Letters' }).first().click();
    await field().waitFor({ state: 'detached' });
    await page.unroute('**/draft', unplugged);
    expect((await keptOfAna()).some((key) => key.startsWith('answerable:reply:'))).toBe(true);
    await signOut();
    await atSignIn();
    expect(await onDesk()).toBe(WORDS);
    expect(await keptOfAna()).toEqual([]);
    expect(await page.getByText('Your session has ended').count()).toBe(0);
  });

  it('brings whoever comes next to their own inbox, and not to where the other one was', async () => {
    await signInAt(page, desk.api, 'bo@desk.example');
    await page.waitForURL(({ pathname }) => pathname === '/inbox');
    await page.getByRole('combobox', { name: 'Search conversations' }).focus();
    expect(await page.getByText('Wang Fang', { exact: true }).and(page.getByRole('option')).count()).toBe(0);
    await page.getByRole('button', { name: 'Account: Bo Wei' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await atSignIn();
  });

  it('says what would be lost where it cannot be saved, and leaves the choice', async () => {
    await signInAt(page, desk.api, 'ana@desk.example');
    await page.goto(`${desk.api}/conversations/${id}`);
    await whenHolds(field(), WORDS);
    await page.route('**/draft', unplugged);
    await field().fill(`${WORDS} Or on Friday.`);
    await page.getByRole('button', { name: 'Write a note' }).click();
    await page.getByLabel('Internal note').fill(NOTE);
    await signOut();
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
    await dialog.getByText(`${WORDS} Or on Friday.`).waitFor();
    expect(await dialog.getByText(NOTE).count()).toBe(1);
    await photograph(page, 'signing-out-unsaved');
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowOf(page)).toBe(0);
    await photograph(page, 'signing-out-unsaved-phone');
    await page.setViewportSize({ width: 1280, height: 860 });
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await field().inputValue()).toBe(`${WORDS} Or on Friday.`);
  });

  it('saves what can be saved by then, and loses only what its officer gives up', async () => {
    await page.unroute('**/draft', unplugged);
    const other = await page.context().newPage();
    await other.goto(`${desk.api}/conversations/${id}`);
    await other.getByLabel(/^Reply to/).waitFor();
    await signOut();
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
    await dialog.getByText(NOTE).waitFor();
    expect(await dialog.getByText('Or on Friday').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Sign out and lose it' }).click();
    await atSignIn();
    expect(await keptOfAna()).toEqual([]);
    expect(await onDesk()).toBe(`${WORDS} Or on Friday.`);
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await other.close();
  });

  it('saves nothing of what its officer gave up as the one who signs in after', async () => {
    await signInAt(page, desk.api, 'ana@desk.example');
    await page.clock.install();
    await page.goto(`${desk.api}/conversations/${untouched}`);
    await page.route('**/draft', unplugged);
    await field().fill(WORDS);
    await page.getByText(/Not saved on the desk yet/).waitFor();
    await signOut();
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
    await dialog.getByRole('button', { name: 'Sign out and lose it' }).click();
    await atSignIn();
    await page.unroute('**/draft', unplugged);
    await signInAt(page, desk.api, 'bo@desk.example');
    const saves: string[] = [];
    page.on('request', (request) => void (request.method() === 'PUT' && saves.push(request.url())));
    // Past every pause after which an editor tries again.
    await page.clock.runFor(20_000);
    await page.getByRole('button', { name: 'Account: Bo Wei' }).click();
    const asBo = await signIn(desk.api, 'bo@desk.example');
    expect((await asBo.get(`/api/conversations/${untouched}/draft`)).body).toMatchObject({ version: 0, body: '' });
    expect(saves).toEqual([]);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await atSignIn();
    await page.clock.resume();
  });

  it('keeps through a reload what is being made of a note, and says when the note has changed since', async () => {
    await signInAt(page, desk.api, 'ana@desk.example');
    const asAna = await signIn(desk.api, 'ana@desk.example');
    const noteId = crypto.randomUUID();
    await asAna.send('POST', `/api/conversations/${id}/notes`, { noteId, body: 'Asked the crew.' });
    await page.goto(`${desk.api}/conversations/${id}`);
    await page.getByRole('button', { name: 'Edit note' }).click();
    await page.getByLabel('Edit the note').fill('Asked the crew twice.');
    await page.reload();
    await whenHolds(page.getByLabel('Edit the note'), 'Asked the crew twice.');
    await asAna.send('PUT', `/api/conversations/${id}/notes/${noteId}`, {
      version: 1,
      body: 'Asked the crew: Friday.',
    });
    await desk.drain();
    await page.getByText('The note has been changed since you began').waitFor();
    await photograph(page, 'note-edit-overtaken');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByLabel('Edit the note').waitFor({ state: 'detached' });
    await page.getByText('Asked the crew twice.', { exact: true }).waitFor();
    expect((await keptOfAna()).filter((key) => key.includes(noteId))).toEqual([]);
  });

  it('leaves no name on the screen, though a reply was about to leave', async () => {
    await page.goto(`${desk.api}/conversations/${id}`);
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('button', { name: 'Take it back' }).waitFor();
    await signOut();
    await atSignIn();
    // What was left behind would have come up by the time when somebody else has signed in.
    await signInAt(page, desk.api, 'bo@desk.example');
    expect(await page.getByText(/^Your reply to/).count()).toBe(0);
    expect(await keptOfAna()).toEqual([]);
  });

  it('met no error on the way but the pulled plug and the session that ended', () => {
    const expected = /status of 401|ERR_FAILED|ERR_ABORTED/;
    expect(visitor.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
});
