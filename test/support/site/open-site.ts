import { loadConfig } from '#contracts/config.js';
import { Clock } from '#platform/clock.js';
import { createLog } from '#platform/log/log.js';
import { LocalDoorbell } from '#platform/realtime/local-doorbell.js';
import { startSite } from '../../../apps/site/start.js';
import { createTestDatabase } from '../postgres.js';
import { Rows } from './rows.js';

export interface OpenSite {
  url: string;
  rows: Rows;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form, as a browser would, without following where it leads. */
  post(path: string, form: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** The real site on a database of its own. */
export async function openSite(): Promise<OpenSite> {
  const database = await createTestDatabase();
  const config = loadConfig({ DATABASE_URL: database.url, SITE_PORT: '0', LOG_LEVEL: 'silent' });
  const log = createLog({ level: 'silent', process: 'site' });
  const site = await startSite({ config, clock: new Clock(), log, doorbell: new LocalDoorbell() });
  const rows = await Rows.open(database.url);
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    url: site.url,
    rows,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form) => ask(path, { method: 'POST', body: new URLSearchParams(form) }),
    async close() {
      await rows.close();
      await site.close();
      await database.drop();
    },
  };
}
