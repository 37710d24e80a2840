import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../support/build.js';
import { signIn } from '../../support/clients.js';
import { CitizensMessages } from '../load/citizens-messages.js';
import { type Part, startPart } from '../servers/product.js';
import type { Workbench } from '../servers/workbench.js';

const NAMESPACE = 'bench_watchers';
/** The bench is about who watches, not about who is full. */
const CAPACITY = 1_000;

export interface WatchersDesk {
  api: Part;
  worker: Part | undefined;
  cookies: string[];
  messages: CitizensMessages;
  dataSource: DataSource;
}

/** api, worker and one department with so many officers, all at their desks. */
export async function watchersDesk(workbench: Workbench, officers: number): Promise<WatchersDesk> {
  const databaseUrl = await workbench.newDatabase('watchers', 'migrated');
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  workbench.parts.add({ stop: () => dataSource.destroy(), kill: () => undefined });
  const department = await buildDepartment(dataSource);
  const emails: string[] = [];
  for (let n = 0; n < officers; n += 1) {
    emails.push((await buildOfficer(dataSource, { department, capacity: CAPACITY })).email);
  }
  const { key } = await buildChannel(dataSource);
  const api = await startPart(workbench, workbench.redisUrl ? 'api' : 'desk', { databaseUrl, namespace: NAMESPACE });
  const worker = workbench.redisUrl
    ? await startPart(workbench, 'worker', { databaseUrl, namespace: NAMESPACE })
    : undefined;
  const cookies: string[] = [];
  for (const email of emails) cookies.push((await signIn(api.url, email)).cookie);
  const messages = new CitizensMessages({
    departments: [department.slug],
    headers: { authorization: `Bearer ${key}` },
  });
  return { api, worker, cookies, messages, dataSource };
}

/** When what the queue shows has changed, in milliseconds since 1970, by the desk's own record. */
export async function changesOf(dataSource: DataSource, since: number): Promise<number[]> {
  const rows: { at: Date }[] = await dataSource.query(
    `SELECT at FROM conversation_event WHERE type IN ('message.cleared', 'conversation.assigned') AND at >= $1 ORDER BY at`,
    [new Date(since)],
  );
  return rows.map(({ at }) => at.getTime());
}
