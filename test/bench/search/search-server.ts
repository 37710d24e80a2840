import { z } from 'zod';
import { createDataSource } from '#database/data-source.js';
import { signIn } from '../../support/clients.js';
import { inboxDesk } from '../inbox/inbox-desk.js';
import { closedLoad, type LoadResult } from '../load/closed-load.js';
import { requestBytes } from '../load/request.js';
import { told } from '../report/progress.js';
import { startPart } from '../servers/product.js';
import { startFloor } from '../servers/start-floor.js';
import type { Workbench } from '../servers/workbench.js';
import { fillMessages } from './fill-messages.js';

const CONNECTIONS = 8;
const PAGE = z.object({ items: z.array(z.unknown()) });

export interface SearchServers {
  floor(asked: readonly string[], seconds: number): Promise<LoadResult>;
  ours(asked: readonly string[], seconds: number): Promise<LoadResult>;
}

/** Floor and product over the same million messages. */
export async function searchServers(workbench: Workbench, messages: number): Promise<SearchServers> {
  const databaseUrl = await workbench.newDatabase('search', 'migrated');
  const { email, departmentIds } = await told(`${messages.toLocaleString('en')} conversations filled in`, () =>
    inboxDesk(databaseUrl, messages),
  );
  await told('their messages filled in and indexed', () => fill(databaseUrl, messages));
  const floorUrl = await startFloor(workbench, 'search/matches.floor.js', {
    DATABASE_URL: databaseUrl,
    DEPARTMENT_IDS: departmentIds.join(','),
  });
  const api = await startPart(workbench, 'api', { databaseUrl, namespace: 'bench_search' });
  const { cookie } = await signIn(api.url, email);
  const load = (url: string, asked: readonly string[], seconds: number) => {
    const requests = asked.map((q) =>
      requestBytes(`GET /api/inbox?view=all&q=${encodeURIComponent(q)}`, { headers: { cookie } }),
    );
    let turn = 0;
    const next = () => {
      turn += 1;
      return requests[turn % requests.length] ?? Buffer.alloc(0);
    };
    const { signal } = workbench;
    return closedLoad({ url, connections: CONNECTIONS, seconds, signal, next, expected: 200 });
  };
  return {
    floor: (asked, seconds) => load(floorUrl, asked, seconds),
    ours: async (asked, seconds) => {
      for (const q of asked) await assertFinds(`${api.url}/api/inbox?view=all&q=${encodeURIComponent(q)}`, cookie);
      return load(api.url, asked, seconds);
    },
  };
}

async function fill(databaseUrl: string, messages: number): Promise<void> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    await fillMessages(dataSource, messages);
  } finally {
    await dataSource.destroy();
  }
}

/** Finding nothing would be fast. */
async function assertFinds(url: string, cookie: string): Promise<void> {
  const response = await fetch(url, { headers: { cookie } });
  if (PAGE.parse(await response.json()).items.length === 0) throw new Error(`nothing was found by ${url}`);
}
