import { DEMO_PASSWORD } from '#desk/directory/demo/officers.js';
import { seedDemo } from '#desk/directory/demo.js';
import type { Visitor } from '../support/browser.js';
import { signIn } from '../support/clients.js';
import type { BrowserDesk } from './browser-desk.js';
import { barriersOn, overflowOf, photograph } from './look.js';

/** Answers in the department of the conversation that waits, so that it is hers while she is here. */
export const WRITER = 'liu@answerable.example';

/** Where each page of the demo desk is, by a name for its picture. */
export type Addresses = Record<string, string>;

/** What was found on a page; equals `clean(name)` where nothing is wrong with it. */
export interface Findings {
  name: string;
  barriers: string[];
  overflow: number;
  complaints: string[];
}

export async function lookAt(
  { page, complaints }: Visitor,
  name: string,
  { isLayoutOnly = false } = {},
): Promise<Findings> {
  await photograph(page, name);
  return {
    name,
    barriers: isLayoutOnly ? [] : await barriersOn(page),
    overflow: await overflowOf(page),
    // Whoever is not signed in yet is told so by a 401.
    complaints: complaints.splice(0).filter((complaint) => !/status of 401/.test(complaint)),
  };
}

export const clean = (name: string): Findings => ({ name, barriers: [], overflow: 0, complaints: [] });

/** Lays the demo desk out, with a letter being written and a message that was just sent, and finds its pages. */
export async function demoAddresses(desk: BrowserDesk): Promise<{ console: Addresses; site: Addresses }> {
  await seedDemo(desk.env.DATABASE_URL ?? '');
  await desk.drain();
  const [waiting] = await desk.dataSource.query(
    `SELECT c.id FROM conversation c JOIN role_grant g ON g.department_id = c.department_id AND g.role = 'officer'
     JOIN officer o ON o.id = g.officer_id AND o.email = $1 WHERE c.status IN ('queued', 'assigned') ORDER BY c.id LIMIT 1`,
    [WRITER],
  );
  const writer = await signIn(desk.api, WRITER, DEMO_PASSWORD);
  const drafted = await writer.send('POST', '/api/letters', { conversationId: waiting.id });
  const [published] = await desk.dataSource.query(
    `SELECT l.id, l.reference, c.reference AS conversation, d.slug FROM letter l
     JOIN conversation c ON c.id = l.conversation_id JOIN department d ON d.id = c.department_id
     WHERE l.status = 'published' LIMIT 1`,
  );
  return {
    console: {
      inbox: '/inbox?view=all',
      'inbox-conversation': `/inbox/${waiting.id}?view=all`,
      conversation: `/conversations/${waiting.id}`,
      letters: '/letters',
      'letter-draft': `/letters/${(drafted.body as { id: string }).id}`,
      'letter-published': `/letters/${published.id}`,
      moderation: '/moderation',
      'moderation-reported': '/moderation/reported',
      'moderation-reasons': '/moderation/reasons',
      'moderation-appeals': '/moderation/appeals',
      oversight: '/oversight',
      'oversight-week': '/oversight?course=weekday-hour&groupBy=officer&compare=before&preset=d90',
      reports: '/oversight/reports',
      wall: '/wall',
      notifications: '/notifications',
      'notification-settings': '/notifications/settings',
      'canned-replies': '/canned-replies',
      staffing: '/staffing',
      policies: '/policies',
      screening: '/screening',
      'screening-desk': '/screening?department=',
      calendars: '/calendars',
      calendar: '/calendars/city-offices',
      'calendar-edit': '/calendars/city-offices/edit',
      hours: '/hours',
      tags: '/tags',
      bulk: '/bulk',
      'not-found': '/nowhere',
    },
    site: {
      home: '/',
      departments: '/departments',
      department: `/departments/${published.slug}`,
      conversation: `/conversations/${published.conversation}`,
      letters: '/letters',
      performance: '/performance',
      transparency: '/transparency',
      letter: `/letters/${published.reference}`,
      submit: '/submit',
      track: await tracking(desk, published.slug),
    },
  };
}

/** What the site's form leads to when it is sent. */
async function tracking(desk: BrowserDesk, department: string): Promise<string> {
  const form = {
    department,
    name: '何平',
    title: '路灯不亮',
    body: '小区门口的路灯已经三天没有亮了。',
    visibility: 'public',
  };
  const sent = await fetch(`${desk.site}/submit`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  await desk.drain();
  return sent.headers.get('location') ?? '';
}
