import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { INBOX_VIEWS } from '#contracts/inbox.http.js';
import { HOLDINGS } from '#desk/assignment/attendance.queries.js';
import { DEMANDS } from '#desk/assignment/demands.js';
import { UNTAKEN } from '#desk/assignment/escalation.service.js';
import { QUEUE_PAGE } from '#desk/assignment/queue.queries.js';
import { RECENT_BULKS, REFUSED_ITEMS } from '#desk/bulk/bulk.queries.js';
import { NEXT_BULK } from '#desk/bulk/work-queue.js';
import { CALENDAR_TIMELINES } from '#desk/conversations/calendar-versions.queries.js';
import { OWE_REMEASURING } from '#desk/conversations/event-relay.js';
import { inboxPageQuery } from '#desk/conversations/inbox.queries.js';
import type { InboxSelection } from '#desk/conversations/inbox-conditions.js';
import { INBOX_COUNTS } from '#desk/conversations/inbox-counts.queries.js';
import { RECORDED_FACTS } from '#desk/conversations/recorded-facts.queries.js';
import { LOCK_MEMBERS } from '#desk/deadlines/deadline.queries.js';
import { PROMISED } from '#desk/deadlines/promised.queries.js';
import { DUE_WARNINGS } from '#desk/deadlines/warning.queries.js';
import { UNDECIDED_APPEALS } from '#desk/moderation/appeal.queries.js';
import { AUTHOR_COUNTS, AUTHOR_DECISIONS } from '#desk/moderation/author-history.queries.js';
import { HELD_MESSAGES } from '#desk/moderation/moderation.queries.js';
import { MODERATION_COUNTS, REPORTED_MESSAGES } from '#desk/moderation/reported.queries.js';
import { NOTIFICATIONS, UNREAD_COUNT, UNREAD_NOTIFICATIONS } from '#desk/notifications/notification.queries.js';
import { exactFiguresQuery } from '#desk/oversight/exact-figures.queries.js';
import type { FiguresSelection } from '#desk/oversight/figures-selection.js';
import { NEXT_ENDED_SINCE } from '#desk/oversight/measuring/owed.queries.js';
import { openFiguresQuery } from '#desk/oversight/open-figures.queries.js';
import { looseCellsQuery, rollupsQuery } from '#desk/oversight/rollups/rollup-reading.queries.js';
import { sketchedFiguresQuery } from '#desk/oversight/sketched-figures.queries.js';
import { ENTRY_TEXTS, MATCHES_IN, newestMatchesQuery } from '#desk/search/search.queries.js';
import { SIMILAR_CANDIDATES } from '#desk/search/similar.queries.js';
import {
  APPEALED_IN,
  DECIDED_IN,
  LOGGED_IN,
  RECEIVED_IN,
  REFUSED_IN,
} from '#desk/transparency/transparency.queries.js';

const FOLDER = 'test/architecture/sql';

const selection = {
  departmentIds: [],
  officerId: '',
  now: new Date(0),
  limit: 50,
  after: { at: '2026-01-01T00:00:00.000Z', id: '', isLater: true },
};

/** A filter over all of history, through the indexes of what is settled. */
const FILTERED: InboxSelection = {
  ...selection,
  view: 'all',
  language: ['fr', 'zh'],
  tagFamilies: [['']],
  waiting: false,
};

const figures: FiguresSelection = {
  ...{
    measure: 'first-answer',
    groupBy: 'day',
    clock: 'calendar',
    isWholeDesk: false,
    ownZone: 'Asia/Shanghai',
    zone: null,
  },
  ...{
    departmentIds: [],
    from: '2026-01-01',
    to: '2026-01-31',
    channelId: '',
    officerId: undefined,
    classCode: undefined,
  },
  ...{ language: undefined, priority: undefined, register: undefined },
};

const QUERIES: [string, string][] = [
  ['calendar-timelines', CALENDAR_TIMELINES.text],
  ...INBOX_VIEWS.map((view): [string, string] => [`inbox-${view}`, inboxPageQuery({ ...selection, view }).text]),
  ['inbox-filtered', inboxPageQuery(FILTERED).text],
  ['inbox-counts', INBOX_COUNTS.text],
  ['held-messages', HELD_MESSAGES.text],
  ['reported-messages', REPORTED_MESSAGES.text],
  ['moderation-counts', MODERATION_COUNTS.text],
  ['author-counts', AUTHOR_COUNTS.text],
  ['author-decisions', AUTHOR_DECISIONS.text],
  ['appeals-undecided', UNDECIDED_APPEALS],
  ['search-newest', newestMatchesQuery(100).text],
  ['search-matches-in', MATCHES_IN.text],
  ['search-texts', ENTRY_TEXTS.text],
  ['similar-candidates', SIMILAR_CANDIDATES.text],
  ['assignment-queue', QUEUE_PAGE.text],
  ['assignment-demands', DEMANDS.text],
  ['assignment-untaken', UNTAKEN],
  ['assignment-absent', HOLDINGS],
  ['notifications', NOTIFICATIONS.text],
  ['notifications-unread', UNREAD_NOTIFICATIONS.text],
  ['notifications-count', UNREAD_COUNT.text],
  ['deadline-warnings', DUE_WARNINGS],
  ['recorded-facts', RECORDED_FACTS.text],
  ['deadlines-members', LOCK_MEMBERS.text],
  ['deadlines-promised', PROMISED],
  ['figures-exact', exactFiguresQuery(figures).text],
  ['figures-exact-in-zone', exactFiguresQuery({ ...figures, zone: 'Europe/Berlin' }).text],
  ['figures-rolled-up', rollupsQuery('calendar')],
  ['figures-loose', looseCellsQuery(figures, ['priority', 'language'])],
  ['figures-sketched', sketchedFiguresQuery({ ...figures, priority: 'urgent' }).text],
  ['figures-open', openFiguresQuery('first-answer', { ...figures, groupBy: 'department' }).text],
  ['figures-ended-since', NEXT_ENDED_SINCE.text],
  ['figures-owed', OWE_REMEASURING.text],
  ['bulk-recent', RECENT_BULKS],
  ['bulk-refused', REFUSED_ITEMS],
  ['bulk-next', NEXT_BULK],
  ['transparency-received', RECEIVED_IN],
  ['transparency-decided', DECIDED_IN],
  ['transparency-refused', REFUSED_IN],
  ['transparency-appealed', APPEALED_IN],
  ['transparency-log', LOGGED_IN],
];

/** A changed query is seen in review as SQL. `UPDATE_SQL=1 npm test -- test/architecture` writes the new text. */
describe('the SQL of lists', () => {
  it.each(QUERIES)('%s is as it was reviewed', (name, text) => {
    const path = join(FOLDER, `${name}.sql`);
    const formatted = `${text.replace(/^ {2}/gm, '').trim()};\n`;
    if (process.env.UPDATE_SQL) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path, formatted);
    }
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(formatted);
  });

  it('keeps a plan for each view only, and gives different texts different names', () => {
    const variants = INBOX_VIEWS.flatMap((view) => [
      inboxPageQuery({ ...selection, view }),
      inboxPageQuery({ ...selection, view, after: null }),
      inboxPageQuery({ ...selection, view, limit: 10 }),
    ]);
    expect(new Set(variants.map(({ name }) => name)).size).toBe(new Set(variants.map(({ text }) => text)).size);
    expect(variants.every(({ name }) => name !== undefined && Buffer.byteLength(name) < 64)).toBe(true);
    expect(inboxPageQuery(FILTERED).name).toBeUndefined();
  });
});
