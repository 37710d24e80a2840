import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type TestDesk } from '../support/desk.js';
import { addressesOf } from './addresses.js';
import { MarkedDesk } from './marked-desk.js';
import { RegisteredRoutes } from './registered-routes.js';
import { type Answer, ask, each } from './sightings.js';

/** What moderation takes back may be shown so much longer. */
const GONE_WITHIN_SECONDS = 5;

/** A shared cache before the site, as greedy as its answers let it be. */
class SharedCache {
  private readonly kept = new Map<string, { answer: Answer; at: number }>();
  seconds = 0;

  constructor(private readonly site: string) {}

  async get(address: string): Promise<Answer> {
    const known = this.kept.get(address);
    if (known && this.seconds - known.at < longestUse(known.answer)) return known.answer;
    const answer = await ask(`${this.site}${address}`);
    this.kept.set(address, { answer, at: this.seconds });
    return answer;
  }
}

/** The longest for which any cache may serve an answer, also one that is being asked for again, or of a site that is down. */
function longestUse({ headers }: Answer): number {
  const said = headers.get('cache-control') ?? '';
  if (/no-store|no-cache/.test(said)) return 0;
  const secondsOf = (name: string) => Number(new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(said)?.[1] ?? 0);
  const fresh = Math.max(secondsOf('max-age'), secondsOf('s-maxage'));
  return fresh + Math.max(secondsOf('stale-while-revalidate'), secondsOf('stale-if-error'));
}

describe('what is taken back after it was public', () => {
  const routes = new RegisteredRoutes();
  let desk: TestDesk;
  let at: MarkedDesk;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    at = await MarkedDesk.open(desk);
  }, 30_000);
  afterAll(async () => {
    routes.stop();
    await desk.close();
  });

  it('is gone from every page, and from a cache before them within five seconds', async () => {
    const words = at.words('a message that is held again', ['public']);
    const opened = await at.opened({ title: words, body: words });
    await at.reply(opened, at.words('its answer', ['public']));
    const addresses = routes
      .of(desk.site)
      .filter(({ method, path }) => method === 'GET' && path !== '/metrics')
      .flatMap((route) => addressesOf(route, at) ?? []);
    const cache = new SharedCache(desk.site);
    const showing = async (from: (address: string) => Promise<Answer>) => {
      const answers = await each(addresses, from);
      return addresses.filter((_, n) => at.markers.in(answers[n]?.text ?? '').length > 0);
    };
    const fromSite = (address: string) => ask(`${desk.site}${address}`);
    const shown = await showing((address) => cache.get(address));
    expect(shown).toEqual(expect.arrayContaining(['/?lang=en', `/departments/${at.here.slug}?lang=zh`]));
    const [page = ''] = shown.filter((address) => address.startsWith('/conversations/'));
    const tag = (await fromSite(page)).headers.get('etag') ?? '';
    await at.hold(opened);
    expect(await showing(fromSite)).toEqual([]);
    const asked = await ask(`${desk.site}${page}`, { headers: { 'if-none-match': tag } });
    expect(asked.status).toBe(404);
    cache.seconds += GONE_WITHIN_SECONDS;
    expect(await showing((address) => cache.get(address))).toEqual([]);
  });
});
