import { INBOX_VIEWS } from '#contracts/inbox.http.js';
import { FIGURE_GROUPS } from '#contracts/oversight.http.js';
import { LETTER_STATUSES } from '#domain/letters/letter.lifecycle.js';
import { MEASURES } from '#domain/oversight/measure.js';
import type { MarkedDesk } from './marked-desk.js';
import type { Route } from './registered-routes.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

const LANGUAGES = ['lang=en', 'lang=zh'];

/** By the path up to and with the parameter: what stands in its place. */
const PARAMETERS: Record<string, (at: MarkedDesk) => string[]> = {
  '/conversations/:reference': (at) => at.conversations.map(({ reference }) => reference),
  '/letters/:reference': (at) => at.letters.map(({ reference }) => reference),
  '/departments/:slug': (at) => [at.here.slug, at.there.slug],
  '/track/:token': (at) => [...at.tokens.author.slice(0, 2).map((token) => `${token}x`), 'nobody-s'],
  '/assets/:file': () => ['site.css'],
  '/api/conversations/:id': (at) => at.conversations.map(({ id }) => id),
  '/api/conversations/:id/drafts/:officerId': (at) => [at.officers.officer.id, at.officers.supervisor.id],
  '/api/conversations/:id/notes/:noteId': (at) => at.noteIds,
  '/api/conversations/:id/replies/:replyId': (at) => at.replyIds,
  '/api/moderation/reasons/:code': () => ['abuse'],
  '/report/:reference': (at) => at.conversations.map(({ reference }) => reference).slice(0, 3),
  '/report/:reference/:messageId': (at) => at.messageIds,
  '/report/sent/:reference': (at) => at.conversations.map(({ reference }) => reference).slice(0, 3),
  '/track/:token/appeals/:appealId': () => [NOBODYS],
  '/api/moderation/messages/:id': (at) => at.messageIds,
  '/api/moderation/hide-proposals/:id': () => [NOBODYS],
  '/api/moderation/appeals/:id': () => [NOBODYS],
  '/api/moderation/claims/:id': (at) => at.messageIds.slice(0, 2),
  '/api/moderation/mutes/:id': () => [NOBODYS],
  '/api/moderation/reports/:id': () => [NOBODYS],
  '/api/letters/:id': (at) => at.letters.map(({ id }) => id),
  '/api/canned-replies/:id': (at) => at.canned,
  '/api/tags/:id': (at) => at.tags,
  '/api/views/:id': (at) => at.views,
  '/api/bulk/:id': (at) => at.bulks,
  '/api/officers/:id': (at) => [at.officers.officer.id],
  '/api/officers/:id/roles/:role': () => ['officer'],
  '/api/departments/:slug': (at) => [at.here.slug, at.there.slug],
  '/api/calendars/:slug': (at) => [...at.calendars],
  '/api/calendars/:slug/versions/:version': () => ['1'],
  '/api/oversight/reports/:id': (at) => at.reports,
  '/api/digests/off/:token': () => ['no-such-token'],
  '/api/oversight/reports/off/:token': () => ['no-such-token'],
};

/** What is asked behind the question mark; a route that is not here is asked without. */
const QUERIES: Record<string, (at: MarkedDesk) => string[]> = {
  '/': () => LANGUAGES,
  '/departments/:slug': () => LANGUAGES,
  '/conversations/:reference': () => LANGUAGES,
  '/letters': () => LANGUAGES,
  '/letters/:reference': () => LANGUAGES,
  '/performance.json': () => ['', 'period=30'],
  '/api/inbox': () => INBOX_VIEWS.map((view) => `view=${view}&limit=100`),
  '/api/letters': () => ['', ...LETTER_STATUSES.map((status) => `status=${status}`)],
  '/api/conversations/:id/merge-candidate': (at) =>
    at.conversations.map(({ reference }) => `reference=${reference}`).slice(0, 2),
  '/api/bulk/selection': () => ['filter=view%3Dall'],
  '/api/notifications': () => ['limit=100'],
  '/api/oversight/response-times': () => figures(),
  '/api/oversight/response-times.csv': () => figures(),
  '/api/holiday-regions': () => ['', 'country=CN'],
};

function figures(): string[] {
  return [...FIGURE_GROUPS.map((group) => `groupBy=${group}`), ...MEASURES.map((measure) => `measure=${measure}`)];
}

/** Null where nobody has said yet how the route is visited. */
export function addressesOf({ path }: Route, at: MarkedDesk): string[] | null {
  let addresses = [''];
  let shape = '';
  for (const part of path.split('/').slice(1)) {
    shape += `/${part}`;
    const values = part.startsWith(':') ? PARAMETERS[shape]?.(at) : [part];
    if (!values) return null;
    addresses = addresses.flatMap((address) => values.map((value) => `${address}/${value}`));
  }
  const queries = QUERIES[path]?.(at) ?? [''];
  return addresses.flatMap((address) => queries.map((query) => (query ? `${address}?${query}` : address)));
}
