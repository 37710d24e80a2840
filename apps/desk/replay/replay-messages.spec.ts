import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { columnMap } from '../import/column-map.js';
import { CsvFile } from '../import/csv-file.js';
import { IntakeClient } from './intake-client.js';
import { replayMessages } from './replay-messages.js';

interface Received {
  externalId: string;
  title?: string;
  body: string;
}
type Answer = (message: Received, response: ServerResponse, nth: number) => void;

const ID = '01890000-0000-7000-8000-000000000000';
const accept = (response: ServerResponse, duplicate = false) =>
  response.writeHead(202).end(JSON.stringify({ reference: 'OF-0000-0000', conversationId: ID, duplicate }));

let server: Server;
let answer: Answer;
let received: Received[];
let connections: number;

beforeEach(async () => {
  received = [];
  connections = 0;
  server = createServer(async (request, response) => {
    const message = (await json(request)) as Received;
    received.push(message);
    answer(message, response, received.length);
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function replay(rows: number, options: { rate?: number; limit?: number; signal?: AbortSignal } = {}) {
  const path = join(temporaryFolder(), 'traffic.csv');
  const lines = Array.from({ length: rows }, (_, n) => `${n},某人,题目,"\n\t  第 ${n} 件事情 \n",2019/1/1 10:00`);
  writeFileSync(path, ['编号,用户,主题,详情,时间', ...lines].join('\n'));
  const file = await CsvFile.open(path, 'utf-8');
  const signal = options.signal ?? new AbortController().signal;
  return replayMessages({
    file,
    columns: columnMap('externalId=编号,author=用户,title=主题,body=详情,postedAt=时间', {
      header: file.header,
      needed: [],
    }),
    client: new IntakeClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'ak_test', signal),
    department: 'office',
    runId: 'run',
    ratePerSecond: options.rate ?? 1_000,
    limit: options.limit ?? Number.POSITIVE_INFINITY,
    signal,
    onProgress: () => {},
  });
}

describe('replay', () => {
  it('sends the rows at the rate, on connections that are kept, as if they were written now', async () => {
    answer = (_message, response) => accept(response);
    const from = performance.now();
    const tally = await replay(60, { rate: 150 });
    expect(performance.now() - from).toBeGreaterThan(380);
    expect(tally).toMatchObject({ sent: 60, accepted: 60, duplicate: 0, refused: 0, failed: 0 });
    expect(received[0]).toEqual({
      externalId: 'run-0',
      department: 'office',
      author: { externalId: '某人', name: '某人' },
      title: '题目',
      body: '第 0 件事情',
    });
    // Kept: without that each row would have its own, however slow the machine.
    expect(connections).toBeLessThan(60);
    expect(tally.latency.percentile(0.5)).toBeGreaterThan(0);
  });

  it('counts duplicates, and refusals with their reasons', async () => {
    answer = (message, response) => {
      if (message.externalId === 'run-1') return accept(response, true);
      if (message.externalId !== 'run-2') return accept(response);
      return response.writeHead(422).end(JSON.stringify({ title: 'Not valid', detail: 'title: too long' }));
    };
    const tally = await replay(4);
    expect(tally).toMatchObject({ sent: 4, accepted: 2, duplicate: 1, refused: 1 });
    expect([...tally.reasons]).toEqual([['422 title: too long', 1]]);
  });

  it('sends again after a broken connection and after a desk that was not available', async () => {
    answer = (_message, response, nth) => {
      if (nth === 1) return response.destroy();
      if (nth === 2) return response.writeHead(503).end('{}');
      return accept(response);
    };
    expect(await replay(1)).toMatchObject({ sent: 1, accepted: 1, failed: 0 });
    expect(received.map(({ externalId }) => externalId)).toEqual(['run-0', 'run-0', 'run-0']);
  });

  it('gives up a message after five attempts and says why', async () => {
    answer = (_message, response) => response.writeHead(503).end(JSON.stringify({ title: 'Not available right now' }));
    const tally = await replay(1);
    expect(tally).toMatchObject({ sent: 1, failed: 1 });
    expect([...tally.reasons]).toEqual([['503 Not available right now', 1]]);
  });

  it('stops at a key that is not taken', async () => {
    answer = (_message, response) =>
      response.writeHead(401).end(JSON.stringify({ detail: 'The channel key is wrong.' }));
    await expect(replay(2_000)).rejects.toThrow('does not take this key');
    expect(received.length).toBeLessThan(2_000);
  });

  it('keeps to --limit and stops when it is told to', async () => {
    answer = (_message, response) => accept(response);
    expect(await replay(50, { limit: 7 })).toMatchObject({ sent: 7, accepted: 7 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect((await replay(50, { rate: 10, signal: stop.signal })).sent).toBeLessThan(50);
  });
});
