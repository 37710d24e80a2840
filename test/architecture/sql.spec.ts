import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { INBOX_VIEWS } from '#contracts/inbox.http.js';
import { INBOX_COUNTS, inboxPageQuery } from '#desk/conversations/inbox.queries.js';
import { HELD_MESSAGES } from '#desk/moderation/moderation.queries.js';

const FOLDER = 'test/architecture/sql';

const selection = {
  departmentIds: [],
  officerId: '',
  now: new Date(0),
  limit: 50,
  after: { at: '2026-01-01T00:00:00.000Z', id: '' },
};

const QUERIES: [string, string][] = [
  ...INBOX_VIEWS.map((view): [string, string] => [`inbox-${view}`, inboxPageQuery({ ...selection, view }).query.text]),
  ['inbox-counts', INBOX_COUNTS.text],
  ['held-messages', HELD_MESSAGES.text],
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

  it('gives different texts different names', () => {
    const variants = INBOX_VIEWS.flatMap((view) => [
      inboxPageQuery({ ...selection, view }),
      inboxPageQuery({ ...selection, view, after: null }),
      inboxPageQuery({ ...selection, view, waiting: true }),
      inboxPageQuery({ ...selection, view, waiting: false }),
      inboxPageQuery({ ...selection, view, status: 'closed' }),
      inboxPageQuery({ ...selection, view, status: 'closed', waiting: true, after: null }),
      inboxPageQuery({ ...selection, view, answeredFrom: 'a', answeredTo: 'b' }),
      inboxPageQuery({ ...selection, view, answeredTo: 'b' }),
      inboxPageQuery({
        ...selection,
        view,
        answeredFrom: 'a',
        answeredTo: 'b',
        answeredWithinHours: 168,
        channel: 'web',
      }),
    ]).map(({ query }) => query);
    expect(new Set(variants.map((query) => query.name)).size).toBe(new Set(variants.map((query) => query.text)).size);
    expect(variants.every((query) => Buffer.byteLength(query.name) < 64)).toBe(true);
  });
});
