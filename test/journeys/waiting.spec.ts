import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Visitor } from '../support/browser.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { signInAt } from './at-the-console.js';
import { type BrowserDesk, browserPath, startBrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';
import { SIGHTS } from './sights.js';

const MESSAGE = 'The lamp before our door has been dark for a week.';
const ASKED = 'At which house number is the lamp?';
const TOLD = 'It is at number nine, beside the bakery.';
const REASON = 'the spare part comes from another city';

/** One story in scenes: a citizen without JavaScript, and an officer who needs to know more, and then more time. */
(browserPath ? describe : describe.skip)('waiting for the citizen, and taking more time', () => {
  let desk: BrowserDesk;
  let citizen: Visitor;
  let officer: Visitor;
  let departmentId = '';
  let tracking = '';
  let address = '';

  jest.setTimeout(90_000);

  beforeAll(async () => {
    desk = await startBrowserDesk();
    const department = await buildDepartment(desk.dataSource, { nameEn: 'Street Lighting', nameZh: '路灯管理处' });
    await buildChannel(desk.dataSource, { slug: 'web', kind: 'web', name: 'Web form' });
    await buildOfficer(desk.dataSource, {
      department,
      email: 'lan@desk.example',
      name: 'Zhao Lan',
      isAvailable: false,
    });
    departmentId = department.id;
    await promise(7);
    citizen = await desk.browser.visitor({ javaScriptEnabled: false });
    officer = await desk.browser.visitor();
  }, 60_000);
  afterAll(() => desk.close());

  const always = { priority: null, clock: 'calendar', atLatestDays: null };
  /** The next version of what the department promises. */
  const promise = (holdingDays: number) => {
    const policy = {
      classes: [{ code: 'safety', name: { en: 'Danger to people', zh: '人身安全' } }],
      rules: [
        { kind: 'acknowledge', classCode: null, amount: 3, unit: 'hours', ...always },
        { kind: 'answer', classCode: null, amount: 5, unit: 'days', ...always },
        { kind: 'next-answer', classCode: null, amount: 5, unit: 'days', ...always },
        { kind: 'answer', classCode: 'safety', amount: 1, unit: 'days', ...always },
      ],
      holdingDays,
      warnAt: [0.5, 0.8, 1],
    };
    return desk.dataSource.query(
      `INSERT INTO deadline_policy_version (department_id, version, policy, why, created_at)
       SELECT $1, coalesce(max(version), 0) + 1, $2, 'spec', $3 FROM deadline_policy_version WHERE department_id = $1`,
      [departmentId, JSON.stringify(policy), desk.clock.now()],
    );
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const clean = async (page: Page, name: string) => {
    await photograph(page, `waiting-${name}`);
    expect([name, await barriersOn(page), await overflowOf(page)]).toEqual([name, [], 0]);
  };
  const look = async () => {
    await citizen.page.goto(tracking);
    return (await citizen.page.locator('main').innerText()).replace(/\s+/g, ' ');
  };

  it('a citizen writes, and an officer says that somebody has seen it', async () => {
    const { page } = citizen;
    await page.goto(`${desk.site}/submit`);
    await page.getByLabel('Which department').selectOption({ label: 'Street Lighting' });
    await page.getByLabel('Your name').fill('Wang Fang');
    await page.getByLabel('Title').fill('A dark street lamp');
    await page.getByLabel('Your message').fill(MESSAGE);
    await page.getByLabel('Everybody, with my name').check();
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.waitForURL(/\/track\//);
    tracking = page.url().replace(/\?.*/, '');
    await desk.drain();
    await signInAt(officer.page, desk.api, 'lan@desk.example');
    await officer.page.getByRole('link', { name: 'Queue' }).first().click();
    await officer.page.getByRole('link', { name: /A dark street lamp/ }).click();
    await officer.page.getByText('Nobody has looked at it yet').waitFor();
    address = officer.page.url();
    await officer.page.keyboard.press('i');
    await officer.page.getByText('Acknowledged: the citizen sees').first().waitFor();
    expect(await look()).toContain('First looked at by an officer');
  });

  it('puts it into a class, which has a promise of its own', async () => {
    const { page } = officer;
    await page.keyboard.press('Shift+C');
    await page.getByRole('radio', { name: 'Danger to people' }).check();
    await clean(page, 'class');
    await button(page, 'Set class').click();
    await page.getByText('Class: Danger to people.').waitFor();
    await desk.drain();
    await page.getByRole('heading', { name: 'Deadlines' }).waitFor();
    await page.getByText('Due in 23 h').first().waitFor();
  });

  it('asks the citizen by one key: the clock stands still, and the lists are free of it', async () => {
    const { page } = officer;
    await button(page, 'Claim').first().click();
    // The acts are there again when the claim has been done.
    await page.locator('button:enabled', { hasText: /^Reply$/ }).waitFor();
    await page.getByRole('heading', { name: 'Deadlines' }).click();
    await page.keyboard.press('q');
    await page.getByLabel('Question to Wang Fang').fill(ASKED);
    await clean(page, 'asking');
    await button(page, 'Send question').click();
    await page.getByText('Paused: citizen asked').first().waitFor();
    await desk.drain();
    const seen = await look();
    expect(seen).toContain('Waiting for you');
    expect(seen).toContain(ASKED);
    expect(seen).not.toContain('Answer promised by');
    await photograph(citizen.page, 'waiting-track-asked');
  });

  it('the citizen tells, without JavaScript, and the officer’s screen knows', async () => {
    await citizen.page.getByLabel('Write further').fill(TOLD);
    await citizen.page.getByRole('button', { name: 'Send further message' }).click();
    await desk.drain();
    await officer.page.getByText(TOLD).last().waitFor();
    await officer.page.getByText('Paused: citizen asked').first().waitFor({ state: 'detached' });
    expect(await look()).toContain('Answer promised by');
  });

  it('takes more time in public, with the sentence before it is sent', async () => {
    const { page } = officer;
    await page.getByRole('heading', { name: 'Deadlines' }).click();
    await page.keyboard.press('w');
    const date = page.getByLabel(/Until which day/);
    const last = (await date.getAttribute('max')) ?? '';
    await date.fill('2020-01-01');
    await page.getByText(/^Choose a day from/).waitFor();
    expect(await button(page, /more time/).isDisabled()).toBe(true);
    await date.fill(last);
    await page.getByLabel(/Because/).fill(REASON);
    await page.getByText(`because ${REASON}.`).waitFor();
    await clean(page, 'holding');
    await promise(0);
    await page.getByLabel(/Because/).press('Control+Enter');
    await page.getByText('this department’s promises cannot be put off').first().waitFor();
    await promise(7);
    await page.reload();
    await page.getByText('Your unsent text was restored.').waitFor();
    await page.getByLabel(/Because/).press('Control+Enter');
    await page.getByText('put off once').first().waitFor();
    await desk.drain();
    const seen = await look();
    expect(seen).toContain(`because ${REASON}.`);
    expect(seen).toContain('The time was extended. It can be extended once only.');
    await photograph(citizen.page, 'waiting-track-extended');
    await page.getByText('More time: the promised time was put off already').waitFor();
  });

  it('the clock explains itself, stretch by stretch', async () => {
    const { page } = officer;
    await page.getByRole('heading', { name: 'Deadlines' }).click();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The citizen was asked something.').waitFor();
    await dialog.getByText('The citizen wrote again.').waitFor();
    await dialog.getByText(/More time was taken, in public/).waitFor();
    await dialog.getByText(/The class changed from none to Danger to people/i).waitFor();
    await clean(page, 'why');
    await page.keyboard.press('Escape');
  });

  it.each(SIGHTS)('looks right to everybody: $name', async ({ name, context }) => {
    const { page, complaints } = await desk.browser.visitor(context);
    await signInAt(page, desk.api, 'lan@desk.example');
    await page.goto(address);
    const panel = page.locator('section[aria-labelledby="deadlines"]');
    await panel.getByRole('button').waitFor();
    await page.locator('[data-composer]').scrollIntoViewIfNeeded();
    await clean(page, `conversation-${name}`);
    await panel.getByRole('button').click();
    await page.getByRole('dialog').locator('table').first().waitFor();
    await clean(page, `why-${name}`);
    // Before the sign-in nobody is signed in.
    expect(complaints.filter((one) => !one.includes('/api/me'))).toEqual([]);
    const site = await desk.browser.visitor(context);
    await site.page.goto(tracking);
    await clean(site.page, `track-${name}`);
  });
});
