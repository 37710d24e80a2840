import pg from 'pg';
import { type Figures, figuresSchema } from '#contracts/oversight.http.js';
import { createDataSource } from '#database/data-source.js';
import { buildOfficer } from '../../support/build.js';
import { signIn } from '../../support/clients.js';
import { inboxDesk } from '../inbox/inbox-desk.js';
import { told } from '../report/progress.js';
import { startPart } from '../servers/product.js';
import type { Workbench } from '../servers/workbench.js';
import { fillMeasurements } from './fill-measurements.js';
import { floorQuery, type Screen } from './screens.js';

export interface FloorRow {
  isTotal: boolean;
  key: string | null;
  n: number;
  mean: number | null;
  percentiles: number[] | null;
}

export interface Answer<Found> {
  ms: number;
  found: Found;
}

/** Floor and product over the same conversations, of a whole desk. */
export interface OversightDesk {
  floor(screen: Screen): Promise<Answer<FloorRow[]>>;
  ours(screen: Screen): Promise<Answer<Figures>>;
  /** The wall's figures. */
  live(): Promise<number>;
}

export async function oversightDesk(workbench: Workbench, conversations: number): Promise<OversightDesk> {
  const databaseUrl = await workbench.newDatabase('oversight', 'migrated');
  const size = conversations.toLocaleString('en');
  await told(`${size} conversations filled in`, () => inboxDesk(databaseUrl, conversations));
  const email = await told('what they took measured and rolled up', () => fill(databaseUrl));
  const raw = new pg.Client({ connectionString: databaseUrl });
  await raw.connect();
  workbench.parts.add({ stop: () => raw.end(), kill: () => undefined });
  const api = await startPart(workbench, 'api', { databaseUrl, namespace: 'bench_oversight' });
  const { cookie } = await signIn(api.url, email);
  const read = async (path: string) => {
    const began = performance.now();
    const response = await fetch(`${api.url}${path}`, { headers: { cookie } });
    const body: unknown = await response.json();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
    return { ms: performance.now() - began, body };
  };
  return {
    floor: async (screen) => {
      const { from = '1970-01-01', to = '2199-12-31' } = screen.query;
      const began = performance.now();
      const { rows } = await raw.query<FloorRow>({ ...floorQuery(screen), values: [from, to] });
      return { ms: performance.now() - began, found: rows };
    },
    ours: async ({ query }) => {
      const { ms, body } = await read(`/api/oversight/response-times?${new URLSearchParams(query)}`);
      return { ms, found: figuresSchema.parse(body) };
    },
    live: async () => (await read('/api/oversight/live')).ms,
  };
}

/** Answers the address of an administrator, who sees all departments. */
async function fill(databaseUrl: string): Promise<string> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    await fillMeasurements(dataSource);
    return (await buildOfficer(dataSource, { roles: ['administrator'] })).email;
  } finally {
    await dataSource.destroy();
  }
}
