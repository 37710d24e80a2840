import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../support/build.js';
import { signIn } from '../../support/clients.js';
import { CitizensMessages } from '../load/citizens-messages.js';
import { startPart } from '../servers/product.js';
import type { Workbench } from '../servers/workbench.js';
import { LiveScene } from './live-scene.js';

const NAMESPACE = 'bench_live';
const DEPARTMENTS = 8;
/** The bench is about how soon, not about who is full. */
const CAPACITY = 1_000_000;

export interface LiveProduct {
  scene: LiveScene;
  /** As if all had been answered, so that what officers have in hand stays what it is on a real desk. */
  clearDesks(): Promise<void>;
}

/**
 * api, worker and an officer in each department. One each, so that the console that is rung is the one that the
 * conversation went to: an id alone does not tell the others of a department that it was not for them.
 */
export async function liveProduct(workbench: Workbench): Promise<LiveProduct> {
  const databaseUrl = await workbench.newDatabase('live', 'migrated');
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  workbench.parts.add({ stop: () => dataSource.destroy(), kill: () => undefined });
  const { key, departments, emails } = await directory(dataSource);
  const api = await startPart(workbench, workbench.redisUrl ? 'api' : 'desk', { databaseUrl, namespace: NAMESPACE });
  if (workbench.redisUrl) await startPart(workbench, 'worker', { databaseUrl, namespace: NAMESPACE });
  const officers: Record<string, string>[] = [];
  for (const email of emails) officers.push({ cookie: (await signIn(api.url, email)).cookie });
  const messages = new CitizensMessages({ departments, headers: { authorization: `Bearer ${key}` } });
  const scene = new LiveScene({ url: api.url, messages, officers, signal: workbench.signal });
  return { scene, clearDesks: () => clearDesks(dataSource) };
}

async function directory(dataSource: DataSource) {
  const departments: string[] = [];
  const emails: string[] = [];
  for (let n = 0; n < DEPARTMENTS; n += 1) {
    const department = await buildDepartment(dataSource);
    departments.push(department.slug);
    emails.push((await buildOfficer(dataSource, { department, capacity: CAPACITY })).email);
  }
  return { key: (await buildChannel(dataSource)).key, departments, emails };
}

async function clearDesks(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `UPDATE conversation SET status = 'answered', first_answered_at = now(), waiting_since = NULL WHERE status = 'assigned'`,
  );
}
