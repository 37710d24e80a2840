import { z } from 'zod';
import { signIn } from '../../support/clients.js';
import { closedLoad, type LoadResult } from '../load/closed-load.js';
import { requestBytes } from '../load/request.js';
import { told } from '../report/progress.js';
import { startPart } from '../servers/product.js';
import { startFloor } from '../servers/start-floor.js';
import type { Workbench } from '../servers/workbench.js';
import { inboxDesk } from './inbox-desk.js';

const CONNECTIONS = 8;
const PAGE = z.object({ items: z.array(z.object({ id: z.string() })).length(50) });

export type View = 'queue' | 'all';

/** One size of desk, with the product and the floor over the same rows. */
export interface InboxServers {
  floor(view: View, seconds: number): Promise<LoadResult>;
  ours(view: View, seconds: number): Promise<LoadResult>;
}

export async function inboxServers(workbench: Workbench, conversations: number): Promise<InboxServers> {
  const size = conversations.toLocaleString('en');
  const databaseUrl = await workbench.newDatabase(`inbox_${conversations}`, 'migrated');
  const { email, departmentIds } = await told(`${size} conversations filled in`, () =>
    inboxDesk(databaseUrl, conversations),
  );
  const floorUrl = await startFloor(workbench, 'inbox/best-select.floor.js', {
    DATABASE_URL: databaseUrl,
    DEPARTMENT_IDS: departmentIds.join(','),
  });
  const api = await startPart(workbench, 'api', { databaseUrl, namespace: `bench_inbox_${conversations}` });
  const { cookie } = await signIn(api.url, email);
  const load = (url: string, view: View, seconds: number) => {
    const request = requestBytes(`GET /api/inbox?view=${view}`, { headers: { cookie } });
    const { signal } = workbench;
    return closedLoad({ url, connections: CONNECTIONS, seconds, signal, next: () => request, expected: 200 });
  };
  for (const view of ['queue', 'all'] as const) await assertSameRows({ floorUrl, apiUrl: api.url, view, cookie });
  return {
    floor: (view, seconds) => load(floorUrl, view, seconds),
    ours: (view, seconds) => load(api.url, view, seconds),
  };
}

/** A floor that did less than the product would be none. */
async function assertSameRows(of: { floorUrl: string; apiUrl: string; view: View; cookie: string }): Promise<void> {
  const idsAt = async (url: string) => {
    const response = await fetch(`${url}/api/inbox?view=${of.view}`, { headers: { cookie: of.cookie } });
    return PAGE.parse(await response.json()).items.map((item) => item.id);
  };
  const [floor, ours] = [await idsAt(of.floorUrl), await idsAt(of.apiUrl)];
  if (floor.join() !== ours.join()) throw new Error(`floor and product list different rows in the view ${of.view}`);
}
