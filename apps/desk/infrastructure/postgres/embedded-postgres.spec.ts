import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { temporaryFolder } from '../../../../test/support/temporary-folder.js';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.js';
import { findPostmaster } from './postmaster.js';

describe('the embedded PostgreSQL', () => {
  const dataDir = process.env.DATA_DIR;
  const folder = temporaryFolder();
  const data = join(folder, 'postgres', 'data');
  let first: EmbeddedPostgres;

  beforeAll(async () => {
    process.env.DATA_DIR = folder;
    // What an initdb leaves that was killed half way.
    mkdirSync(join(folder, 'postgres', 'data.incoming', 'base'), { recursive: true });
    first = await openEmbeddedPostgres();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  });

  afterAll(async () => {
    await first.release();
    process.env.DATA_DIR = dataDir;
  });

  it('is set up anew where an earlier start broke off half way', () => {
    expect(first.wasRunning).toBe(false);
    expect(first.isRunning()).toBe(true);
  });

  it('confirms nothing that is not on the disk', async () => {
    expect(await ask(first.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('listens on loopback only and lets nobody in without the password', async () => {
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(ask(first.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow('password');
  });

  it('is shared by two commands and stops with the last of them', async () => {
    const second = await openEmbeddedPostgres();
    expect(second.wasRunning).toBe(true);
    await first.release();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.release();
    expect(second.isRunning()).toBe(false);
    first = await openEmbeddedPostgres();
    expect(await ask(first.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('keeps what was committed when the server is killed, and its address when it comes back', async () => {
    await ask(first.url, 'UPDATE kept SET answer = 43');
    first.kill();
    while (first.isRunning()) await new Promise((done) => setTimeout(done, 10));
    await first.restart();
    expect(await ask(first.url, 'SELECT answer FROM kept')).toEqual([{ answer: 43 }]);
  });

  it('starts in spite of a pid file whose number belongs to another program by now', async () => {
    await first.release();
    writeFileSync(join(data, 'postmaster.pid'), [process.pid, data, 1, 1, '', '', '', 'ready', ''].join('\n'));
    expect(findPostmaster(data)).toBeUndefined();
    first = await openEmbeddedPostgres();
    expect(first.wasRunning).toBe(false);
  });

  it('moves to another port when somebody took its own while it was down', async () => {
    const port = Number(new URL(first.url).port);
    await first.release();
    const squatter = createServer().listen(port, '127.0.0.1');
    first = await openEmbeddedPostgres();
    expect(Number(new URL(first.url).port)).not.toBe(port);
    expect(await ask(first.url, 'SELECT answer FROM kept')).toEqual([{ answer: 43 }]);
    squatter.close();
  });
});

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
