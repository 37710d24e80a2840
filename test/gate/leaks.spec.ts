import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PRESENCE_EVENT } from '#contracts/realtime.js';
import { type LiveClient, listen } from '../support/clients.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { STAFF } from './acting-desk.js';
import { addressesOf } from './addresses.js';
import { MarkedDesk } from './marked-desk.js';
import { AUDIENCES, type Audience } from './markers.js';
import { RegisteredRoutes, type Route } from './registered-routes.js';
import { type Answer, ask, each, Sightings } from './sightings.js';

const SIGNED_IN = [...STAFF, 'elsewhere'] as const;
const MINUTE = 60_000;

/** Not visited, and why nothing can leak there. */
const UNVISITED: Record<string, string> = {
  'GET /*': 'the built files of the console: nothing of the desk is in them',
  'GET /api/openapi.json': 'made from the shapes alone; a second to make',
  'POST /api/session': 'its answer has no body; who signs in is in `GET /api/me`',
  'DELETE /api/session': 'would sign the visitor out',
};

/** Visited, and right to answer nobody here: a secret of a mail, or nothing of the kind is on this desk. */
const ANSWERS_NOBODY = [
  '/assets/:file',
  '/track/:token',
  '/api/digests/off/:token',
  '/api/oversight/reports/off/:token',
];

describe('the gate', () => {
  let mail: MailServer;
  let desk: TestDesk;
  let at: MarkedDesk;
  let seen: Sightings;
  const routes = new RegisteredRoutes();
  const consoles: LiveClient[] = [];
  /** What outsiders were shown before anything secret was there, by the address. */
  let before: Map<string, Answer>;
  /** Routes by who answered them with something, at any address. */
  const answered = new Set<string>();

  const siteRoutes = () => routes.of(desk.site);
  const apiRoutes = () => routes.of(desk.api);
  const isVisited = ({ method, path }: Route) => !(`${method} ${path}` in UNVISITED);
  const read = (list: Route[]) => list.filter((route) => route.method === 'GET' && isVisited(route));
  const cookieOf = (audience: Audience): Record<string, string> =>
    audience in at.clients ? { cookie: at.clients[audience as keyof typeof at.clients].cookie } : {};

  const visit = async (audience: Audience, base: string, { method, path }: Route, address: string, body?: string) => {
    const json = body !== undefined && { 'content-type': 'application/json' };
    const answer = await ask(`${base}${address}`, {
      method,
      headers: { ...cookieOf(audience), ...json },
      ...(body !== undefined && { body }),
    });
    if (answer.status < 400) answered.add(`${method} ${path}`);
    seen.note(audience, `${method} ${address} ${answer.status}`, answer);
    return answer;
  };
  const visitAll = async (audience: Audience, base: string, list: Route[]) => {
    const visits = list.flatMap((route) => (addressesOf(route, at) ?? []).map((address) => ({ route, address })));
    const answers = await each(visits, ({ route, address }) => visit(audience, base, route, address));
    return new Map(visits.map(({ address }, n) => [address, answers[n] as Answer]));
  };
  /** What an outsider is shown, in which nothing may change. */
  const outside = async () => {
    // Figures follow within a second.
    await desk.passTime(2_000);
    const lasting = (list: Route[]) => read(list).filter(({ path }) => !CHANGES.includes(path));
    const site = await visitAll('public', desk.site, lasting(siteRoutes()));
    return new Map([...site, ...(await visitAll('elsewhere', desk.api, lasting(apiRoutes())))]);
  };

  beforeAll(async () => {
    mail = await startMailServer();
    desk = await startDesk({ site: true, env: { ...mail.env, SESSION_HOURS: '720' } });
    at = await MarkedDesk.open(desk);
    seen = new Sightings(at.markers);
    await at.layOutPublic();
    before = await outside();
    for (const role of SIGNED_IN) {
      const console = await listen(desk.api, at.clients[role].cookie);
      console.socket.onAny((...said: unknown[]) => seen.noteText(role, 'socket', JSON.stringify(said)));
      consoles.push(console);
    }
    await at.layOutSecrets();
  }, 60_000);
  afterAll(async () => {
    for (const console of consoles) console.close();
    routes.stop();
    await desk.close();
    await mail.close();
  });

  it('knows how to visit every route that is registered', () => {
    const unknown = [...siteRoutes(), ...apiRoutes()].filter((route) => isVisited(route) && !addressesOf(route, at));
    expect(unknown).toEqual([]);
  });

  it('shows an outsider the same as before the secrets came, to the byte and the tag', async () => {
    const after = await outside();
    const differing = [...before].flatMap(([address, was]) => differencesOf(address, was, after.get(address)));
    expect(differing).toEqual([]);
  });

  it('is passed by every output to every reader', async () => {
    await visitAll('public', desk.site, read(siteRoutes()));
    await visitAll('public', desk.api, read(apiRoutes()));
    for (const audience of ['author', 'other-citizen'] as const) {
      for (const token of at.tokens[audience]) {
        seen.note(audience, 'GET /track', await ask(`${desk.site}/track/${token}`));
        seen.note(audience, 'POST /track', await ask(`${desk.site}/track/${token}`, { method: 'POST' }));
      }
    }
    for (const role of SIGNED_IN) await visitAll(role, desk.api, read(apiRoutes()));
    const unanswered = [...read(siteRoutes()), ...read(apiRoutes())]
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !answered.has(route) && !ANSWERS_NOBODY.some((path) => route === `GET ${path}`));
    expect(unanswered).toEqual([]);
  }, 60_000);

  it('is passed by what answers an act that is refused', async () => {
    const acts = apiRoutes().filter((route) => route.method !== 'GET' && isVisited(route));
    const few = (route: Route) =>
      (addressesOf(route, at) ?? []).filter((_, n, all) => n % Math.ceil(all.length / 6) === 0);
    const visits = acts.flatMap((route) => few(route).map((address) => ({ route, address })));
    await each(visits, ({ route, address }) => visit('public', desk.api, route, address, '{}'));
    for (const body of ['{}', '{"version":1,"reason":"x","body":"x"}', '{']) {
      await each(visits, ({ route, address }) => visit('elsewhere', desk.api, route, address, body));
    }
  }, 60_000);

  it('answers who guesses a hidden word as if it stood nowhere', async () => {
    const guess = async (word: string) => {
      const { status, text } = await ask(`${desk.api}/api/inbox?view=all&q=${encodeURIComponent(word)}`, {
        headers: cookieOf('elsewhere'),
      });
      return { status, text };
    };
    const nothing = await guess('qzzqnowherexx');
    expect(nothing).toMatchObject({ status: 200, text: expect.stringContaining('"items":[]') });
    const words = at.markers.all.flatMap((marker) => marker.words);
    const references = at.conversations.map(({ reference }) => reference);
    for (const found of await each([...words, ...references], guess)) expect(found).toEqual(nothing);
  });

  it('lets a search find for staff what they may read', async () => {
    for (const role of STAFF) {
      await each(
        at.markers.all.flatMap(({ words }) => words),
        async (word) =>
          seen.noteText(
            role,
            `search`,
            matchesIn((await at.clients[role].get(`/api/inbox?view=all&q=${encodeURIComponent(word)}`)).body),
          ),
      );
    }
  }, 60_000);

  it('rings nobody of another department, nor lets them listen', async () => {
    const outsider = consoles.at(-1);
    const ids = at.conversations.map(({ id }) => id);
    expect(outsider?.rings.filter(({ conversationId }) => ids.includes(conversationId ?? ''))).toEqual([]);
    for (const conversationId of ids.slice(0, 3)) {
      const may = await outsider?.socket.emitWithAck(PRESENCE_EVENT, { conversationId, doing: 'viewing' });
      expect(may).toBe(false);
    }
  });

  it('keeps what it answers to staff out of every cache', async () => {
    for (const address of ['/api/me', '/api/inbox?view=all', '/api/no-such-route', '/api/oversight/live.csv']) {
      const { headers } = await ask(`${desk.api}${address}`, { headers: cookieOf('officer') });
      expect([address, headers.get('cache-control')]).toEqual([address, 'no-store']);
    }
  });

  it('is passed by every mail', async () => {
    for (const console of consoles.splice(0)) console.close();
    await desk.dataSource.query('UPDATE officer SET seen_at = NULL');
    await desk.passTime(45 * MINUTE);
    await desk.passTime(26 * 60 * MINUTE);
    const ids = mail.mails.map(({ messageId = '' }) => messageId.slice(0, 8));
    expect(ids).toEqual(expect.arrayContaining(['<digest-', '<report-']));
    for (const { headerLines, text = '', html, attachments } of mail.mails) {
      const files = attachments.map(({ filename, content }) => `${filename} ${content.toString('utf8')}`);
      seen.noteText('mailbox', 'mail', JSON.stringify([headerLines, text, html, files]));
    }
  }, 60_000);

  it('showed everything to those who may see it, and to nobody else', () => {
    const wrong = at.markers.all.flatMap(({ what, seenBy }) =>
      AUDIENCES.flatMap((audience) => {
        const places = seen.of(what, audience);
        if (places.length > 0 === seenBy.includes(audience)) return [];
        // Citizens are the public too; only their own pages are looked at in their name.
        if (seenBy.includes('public') && ['author', 'other-citizen'].includes(audience)) return [];
        return [{ what, audience, ...(places.length > 0 ? { leaked: places } : { missing: true }) }];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** What may differ between two looks: it tells the time, or counts requests. */
const CHANGES = ['/metrics', '/submit', '/api/oversight/live', '/api/oversight/live.csv', '/api/me'];
const PASSING = ['date', 'x-request-id', 'keep-alive', 'connection'];

function differencesOf(address: string, was: Answer, is: Answer | undefined): object[] {
  const isFigure = /performance|oversight/.test(address);
  const [one, other] = [shown(was, isFigure), is ? shown(is, isFigure) : ''];
  if (one === other) return [];
  const from = Math.max(0, [...one].findIndex((letter, n) => letter !== other[n]) - 40);
  return [{ address, was: one.slice(from, from + 200), is: other.slice(from, from + 200) }];
}

const MOMENTS = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** The text first: where it differs, so do its length and its tag. Figures say when they were read. */
function shown({ status, headers, text }: Answer, isFigure: boolean): string {
  const lasting = [...headers].filter(([name]) => !PASSING.includes(name) && !(isFigure && name === 'etag'));
  const words = text.replace(/"requestId":"[^"]*"/g, '');
  return `${isFigure ? words.replace(MOMENTS, '') : words}\n${status} ${JSON.stringify(lasting)}`;
}

function matchesIn(page: unknown): string {
  const { items = [] } = page as { items?: { match?: { title: unknown; excerpt: unknown } }[] };
  return items.map(({ match }) => partsOf([match?.title, match?.excerpt])).join('\n');
}

/** What is highlighted comes in parts. */
function partsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(partsOf).join('');
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}
