import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setReplyLimit } from '#desk/directory/set-reply-limit.js';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

const QUESTION = 'There is a deep hole in the road in front of the school, and cars swerve around it.';
const CANNED =
  'Dear {citizen.name}, thank you for writing to the {department.name}. We look at it by {conversation.title}.';

/** One story in scenes, by two officers at once; the keyboard alone where it says so. */
(browserPath ? describe : describe.skip)('notes, canned replies and notifications, in two browsers', () => {
  let desk: BrowserDesk;
  let ana: Visitor;
  let bo: Visitor;
  let id = '';
  let reference = '';

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource, { nameEn: 'Road Authority', nameZh: '公路局' });
    const channel = await buildChannel(desk.dataSource, { slug: 'city-app', name: 'City app' });
    await setReplyLimit(desk.dataSource, { channel: channel.slug, limit: 140 });
    const away = { department, isAvailable: false };
    await buildOfficer(desk.dataSource, {
      ...away,
      email: 'ana@desk.example',
      name: 'Ana Ruiz',
      roles: ['supervisor'],
    });
    await buildOfficer(desk.dataSource, { ...away, email: 'bo@desk.example', name: 'Bo Lindqvist' });
    await buildOfficer(desk.dataSource, { ...away, email: 'bea@desk.example', name: '王芳' });
    const author = { externalId: 'w', name: 'Wang Fang' };
    const posted = { department: department.slug, body: QUESTION, author };
    ({ conversationId: id, reference } = await postAccepted(desk.api, channel.key, posted));
    await desk.drain();
    ana = await desk.browser.visitor();
    bo = await desk.browser.visitor();
    await signInAt(ana.page, desk.api, 'ana@desk.example');
    await signInAt(bo.page, desk.api, 'bo@desk.example');
  }, 60_000);
  afterAll(() => desk.close());

  const openConversation = async ({ page }: Visitor) => {
    await page.goto(`${desk.api}/conversations/${id}`);
    await page.getByText('deep hole').first().waitFor();
  };

  it('a note is written, and a colleague mentioned, by keyboard', async () => {
    const { page } = ana;
    await openConversation(ana);
    await page.keyboard.press('o');
    const field = page.getByLabel('Internal note');
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('Asked the crew. @');
    const offered = page.getByRole('listbox', { name: 'Mention a colleague' }).getByRole('option');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual([
      expect.stringContaining('@Bo Lindqvist'),
      expect.stringContaining('@王芳'),
    ]);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'notes-mention');
    await page.keyboard.type('bo');
    await page.keyboard.press('Enter');
    await page.keyboard.type('can you go there? <b>today</b>');
    expect(await field.inputValue()).toBe('Asked the crew. @Bo Lindqvist can you go there? <b>today</b>');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Note by Ana Ruiz' }).waitFor();
    await page.getByText('<b>today</b>').waitFor();
    await photograph(page, 'notes-in-thread');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('the colleague is told at once, reads it from the bell by keyboard, and it counts as read', async () => {
    const { page } = bo;
    const bell = page.getByRole('button', { name: 'Notifications: 1 unread, you were mentioned' });
    await bell.waitFor();
    await bell.focus();
    await page.keyboard.press('Enter');
    const line = page.getByRole('link', { name: /Ana Ruiz mentioned you/ });
    await line.waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'notifications-bell');
    await line.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Note by Ana Ruiz' }).waitFor();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  });

  it('the citizen sees nothing of it', async () => {
    const page = await (await fetch(`${desk.site}/conversations/${reference}`)).text();
    expect(page).toContain('deep hole');
    for (const secret of ['Asked the crew', 'Lindqvist', 'mentioned']) expect(page).not.toContain(secret);
  });

  it('a supervisor writes a canned reply; what no conversation has is refused', async () => {
    const { page } = ana;
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Canned replies', level: 1 }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'New canned reply' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Whose').selectOption({ label: 'Road Authority' });
    await dialog.getByLabel('Title', { exact: true }).fill('Road works');
    await dialog.getByLabel('Shortcut', { exact: true }).fill('Road');
    await dialog.getByLabel('Text', { exact: true }).fill('Dear {citizen.nmae}');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('No conversation has this: {citizen.nmae}').waitFor();
    await photograph(page, 'canned-unknown-variable');
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByLabel('Text', { exact: true }).fill(CANNED);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Road works' }).waitFor();
    await photograph(page, 'canned-page');
  });

  it('an officer finds it by "/" at the start of a line, previews and inserts it, and types over the gap', async () => {
    const { page } = bo;
    await page.getByRole('heading', { name: /Note by/ }).waitFor();
    await page.keyboard.press('c');
    const field = page.getByLabel('Reply to Wang Fang');
    await field.focus();
    await page.keyboard.press('/');
    const picker = page.getByRole('dialog');
    await picker.waitFor();
    await page.keyboard.type('road');
    await picker.getByText('Left open as […]').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'canned-picker');
    await page.keyboard.press('Enter');
    await picker.waitFor({ state: 'detached' });
    await page.waitForFunction(() => globalThis.getSelection()?.toString() === '[…]');
    await page.keyboard.type('Friday');
    expect(await field.inputValue()).toBe(
      'Dear Wang Fang, thank you for writing to the Road Authority. We look at it by Friday.',
    );
  });

  it('leaves a "/" where a slash was meant', async () => {
    const { page } = bo;
    const field = page.getByLabel('Reply to Wang Fang');
    await field.fill('');
    await field.focus();
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('and 1/2');
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '/and 1/2');
  });

  it('is told of another language, and of the length that the channel takes, while it is written', async () => {
    const { page } = bo;
    const field = page.getByLabel('Reply to Wang Fang');
    await field.fill('我们周五派人去看一下。');
    await page.getByText('The citizen wrote in English; this reply is in Chinese.').waitFor();
    await field.fill('A road is mended in spring. '.repeat(6));
    await page.locator('p').getByText('City app takes 140 characters: 27 too many').waitFor();
    expect(await page.getByRole('button', { name: 'Send reply' }).isDisabled()).toBe(true);
    await photograph(page, 'reply-too-long');
    expect(await barriersOn(page)).toEqual([]);
    await field.fill('We look at it on Friday.');
    expect(await page.getByRole('button', { name: 'Send reply' }).isDisabled()).toBe(false);
  });

  it.each([
    ['light', { colorScheme: 'light', locale: 'en-GB' }],
    ['dark-zh', { colorScheme: 'dark', locale: 'zh-CN' }],
    ['narrow-zh', { colorScheme: 'light', locale: 'zh-CN', viewport: { width: 360, height: 740 } }],
  ] as const)(
    '%s: its screens have no barrier and are no wider than the window',
    async (name, context) => {
      const visitor = await desk.browser.visitor(context);
      const { page } = visitor;
      await signInAt(page, desk.api, 'bo@desk.example');
      // Who is not signed in is told so by a 401.
      visitor.complaints.length = 0;
      for (const path of ['/notifications', '/notifications/settings', '/canned-replies', `/conversations/${id}`]) {
        await page.goto(`${desk.api}${path}`);
        await page.locator('main h1, main h2').first().waitFor();
        await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
        await photograph(page, `notes-${name}${path.replace(id, 'one').replaceAll('/', '-')}`);
        expect([path, await barriersOn(page), await overflowOf(page)]).toEqual([path, [], 0]);
      }
      expect(visitor.complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
