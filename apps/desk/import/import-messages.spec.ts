import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database/data-source.js';
import { ensureChannel } from '#desk/directory/ensure-channel.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { columnMap } from './column-map.js';
import { CsvFile } from './csv-file.js';
import { departmentNamed } from './department-named.js';
import { importMessages } from './import-messages.js';
import { RejectedRows } from './rejected-rows.js';

const HEADER = '编号,用户,主题,时间,详情,答复,答复时间';
const MAP = 'externalId=编号,author=用户,title=主题,postedAt=时间,body=详情,replyBody=答复,repliedAt=答复时间';
const PADDING = '\r\n\t\t\t\t\t';

const MESSY = [
  HEADER,
  `1,甲,  路灯 ,2019/4/24 16:03:40,"${PADDING}\r\n\t路灯坏了很久，\r\n\r\n\r\n\r\n　　晚上看不见路。${PADDING}",已经修好。,2019/4/25 16:03:40`,
  '2,乙,没有答复的,2019-04-24 10:00,请问什么时候供暖？,,',
  '3,丙,时间不对,2019/2/30 10:00,二月没有三十号。,好。,2019/3/1 10:00',
  '4,丁,没有内容,2019/4/24 10:00,"  \t ",好。,2019/4/25 10:00',
  `5,戊,${'长'.repeat(201)},2019/4/24 10:00,题目太长了。,好。,2019/4/25 10:00`,
  '6,己,先答后问,2019/4/24 10:00,答复比留言还早。,好。,2019/4/23 10:00',
  '1,甲,路灯,2019/4/24 16:03:40,"路灯坏了很久，\r\n晚上看不见路。",已经修好。,2019/4/25 16:03:40',
  '1,庚,另一件事,2019/4/24 16:03:40,用了别人的编号。,好。,2019/4/25 16:03:40',
  '7,辛,少了两栏,2019/4/24 10:00,这一行不完整。',
  '8,壬,没有时间的答复,2019/4/24 10:00,答复没有写时间。,好。,',
  '9,癸,将来,2999/4/24 10:00,这条来自将来。,,',
].join('\r\n');

let database: TestDatabase;
let dataSource: DataSource;
let path: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  await dataSource.query(
    `INSERT INTO department (id, slug, reference_prefix, name_en, name_zh, time_zone, answer_within_hours)
     VALUES ($1, 'office', 'OF', 'Office', '办公室', 'Asia/Shanghai', 168)`,
    [uuidv7()],
  );
});
beforeEach(() => {
  path = join(temporaryFolder(), 'messages.csv');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function importFile(channel: string, { signal = new AbortController().signal, onProgress = () => {} } = {}) {
  const file = await CsvFile.open(path, 'utf-8');
  const columns = columnMap(MAP, { header: file.header, needed: ['externalId', 'author', 'postedAt', 'body'] });
  const department = await departmentNamed(dataSource, 'office');
  const { channel: found } = await ensureChannel(dataSource, { slug: channel, kind: 'import', name: channel });
  const rejected = new RejectedRows(`${path}.rejected`, file.header);
  const now = new Date();
  const tally = await importMessages({
    dataSource,
    file,
    rejected,
    signal,
    onProgress,
    reading: { columns, width: file.header.length, timeZone: 'Asia/Shanghai', department: department.slug, now },
    target: { channelId: found.id, department, visibility: 'public', receivedAt: now },
  });
  await rejected.close();
  return tally;
}

const stored = (channel: string, columns: string): Promise<Record<string, unknown>[]> =>
  dataSource.query(
    `SELECT ${columns} FROM message m JOIN conversation c ON c.id = m.conversation_id
     JOIN channel ch ON ch.id = m.channel_id LEFT JOIN reply r ON r.conversation_id = c.id
     WHERE ch.slug = $1 ORDER BY m.external_id`,
    [channel],
  );

describe('the import of messages', () => {
  it('takes what is sound of a messy file and names a reason for the rest', async () => {
    writeFileSync(path, `\ufeff${MESSY}\r\n`);
    expect(await importFile('messy')).toEqual({ read: 11, imported: 2, alreadyThere: 1, rejected: 8 });
    const reasons = readFileSync(`${path}.rejected`, 'utf8').matchAll(/^(\d+),("(?:[^"]|"")*"|[^,]*),/gm);
    expect([...reasons].map(([, line, reason]) => [Number(line), reason])).toEqual([
      [11, expect.stringContaining('postedAt: ""2019/2/30 10:00"" does not exist in Asia/Shanghai')],
      [12, 'body: must not be empty'],
      [13, 'title: must be at most 200 characters'],
      [14, 'repliedAt: the answer is older than the message'],
      [18, 'the row has 5 columns where the header has 7'],
      [19, 'repliedAt: there is an answer without its time'],
      [20, 'postedAt: must not be in the future'],
      [17, expect.stringContaining('the channel has another message under ""1""')],
    ]);
  });

  it('keeps the times of a historic answer, cleans the padding, and leaves an unanswered message to the live desk', async () => {
    writeFileSync(path, MESSY);
    await importFile('kept');
    const rows = await stored(
      'kept',
      `m.title, m.body, m.state, c.status, c.version, c.opened_at AS "openedAt", c.first_answered_at AS "firstAnsweredAt",
       c.waiting_since AS "waitingSince", r.body AS reply, r.is_imported AS "isImported"`,
    );
    const openedAt = new Date('2019-04-24T08:03:40Z');
    expect(rows).toEqual([
      {
        title: '路灯',
        body: '路灯坏了很久，\n\n晚上看不见路。',
        state: 'screening',
        status: 'answered',
        version: 2,
        openedAt,
        firstAnsweredAt: new Date('2019-04-25T08:03:40Z'),
        waitingSince: null,
        reply: '已经修好。',
        isImported: true,
      },
      expect.objectContaining({ status: 'received', version: 1, firstAnsweredAt: null, reply: null, isImported: null }),
    ]);
  });

  it('records the history of each conversation and hands only the messages to the outbox', async () => {
    writeFileSync(path, MESSY);
    await importFile('recorded');
    const events = await dataSource.query(
      `SELECT m.external_id AS "externalId", e.type, e.version, u.event_id IS NOT NULL AS waits
       FROM conversation_event e JOIN message m ON m.conversation_id = e.conversation_id
       JOIN channel ch ON ch.id = m.channel_id LEFT JOIN undelivered_event u ON u.event_id = e.id
       WHERE ch.slug = 'recorded' ORDER BY 1, 3`,
    );
    expect(events).toEqual([
      { externalId: '1', type: 'message.received', version: 1, waits: true },
      { externalId: '1', type: 'reply.sent', version: 2, waits: false },
      { externalId: '2', type: 'message.received', version: 1, waits: true },
    ]);
  });

  it('goes on after an interruption and stores nothing twice', async () => {
    const rows = Array.from(
      { length: 1_800 },
      (_, n) => `${n},甲,,2019/4/24 10:00,第 ${n} 件事情,好的。,2019/4/25 10:00`,
    );
    writeFileSync(path, [HEADER, ...rows].join('\n'));
    const stop = new AbortController();
    const first = await importFile('resumed', { signal: stop.signal, onProgress: () => stop.abort() });
    expect(first.imported).toBeGreaterThan(0);
    expect(first.imported).toBeLessThan(1_800);
    const second = await importFile('resumed');
    expect(second).toEqual({
      read: 1_800,
      imported: 1_800 - first.imported,
      alreadyThere: first.imported,
      rejected: 0,
    });
    expect(await importFile('resumed')).toMatchObject({ imported: 0, alreadyThere: 1_800 });
    expect(await stored('resumed', 'DISTINCT m.external_id')).toHaveLength(1_800);
  });

  it('stores nothing twice when two imports of the same file run at once', async () => {
    const rows = Array.from(
      { length: 1_200 },
      (_, n) => `${n},${n % 7},,2019/4/24 10:00,第 ${n} 件事情,好的。,2019/4/25 10:00`,
    );
    writeFileSync(path, [HEADER, ...rows].join('\n'));
    const [one, other] = await Promise.all([importFile('raced'), importFile('raced')]);
    expect(one.imported + other.imported).toBe(1_200);
    expect(await stored('raced', 'm.external_id')).toHaveLength(1_200);
  });

  it('names the departments that there are', async () => {
    await expect(departmentNamed(dataSource, 'nowhere')).rejects.toThrow(
      'There is no department "nowhere"; there are office.',
    );
  });
});
