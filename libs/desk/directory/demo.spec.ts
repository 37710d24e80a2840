import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { DEFAULT_BLOCKED_WORDS } from '#domain/moderation/default-blocked-words.js';
import { screen } from '#domain/moderation/screening.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { ENGLISH_DIALOGUES } from './demo/dialogues.en.js';
import { CHINESE_DIALOGUES } from './demo/dialogues.zh.js';
import { seedDemo } from './demo.js';

const DIALOGUES = [...CHINESE_DIALOGUES, ...ENGLISH_DIALOGUES];

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const count = async (from: string): Promise<number> =>
  (await dataSource.query(`SELECT count(*)::int AS n FROM ${from}`))[0].n;

const tables = ['channel', 'department', 'officer', 'role_grant', 'official', 'conversation', 'conversation_event'];

describe('the demo directory', () => {
  it('is laid out once, also by two starts at the same time, and gives the same sign-ins each time', async () => {
    const both = await Promise.all([seedDemo(database.url), seedDemo(database.url)]);
    expect(both.map(({ seeded }) => seeded).sort()).toEqual([false, true]);
    const counts = await Promise.all(tables.map(count));
    const again = await seedDemo(database.url);
    expect(again).toEqual({ seeded: false, signIns: both[0].signIns });
    expect(again.signIns.length).toBeGreaterThan(5);
    expect(await Promise.all(tables.map(count))).toEqual(counts);
  });

  it('has histories that are whole: versions 1 to n, the conversation at n', async () => {
    const broken = `conversation c WHERE ARRAY(SELECT version FROM conversation_event e WHERE e.conversation_id = c.id ORDER BY version)
      IS DISTINCT FROM ARRAY(SELECT generate_series(1, c.version))`;
    expect(await count('conversation')).toBe(DIALOGUES.length);
    expect(await count(broken)).toBe(0);
    const unordered = `conversation_event e JOIN conversation_event l ON l.conversation_id = e.conversation_id
      WHERE l.version = e.version + 1 AND l.at < e.at`;
    expect(await count(unordered)).toBe(0);
  });

  it('leaves to the live desk exactly what nobody has answered', async () => {
    const waiting = DIALOGUES.filter((dialogue) => !dialogue.answer).length;
    const left = (type: string) =>
      count(`undelivered_event u JOIN conversation_event e ON e.id = u.event_id WHERE e.type = '${type}'`);
    expect(await left('message.received')).toBe(waiting);
    // Of the others their deadlines.
    expect(await left('message.cleared')).toBe(DIALOGUES.length - waiting);
    expect(
      await count(
        "conversation c JOIN message m ON m.conversation_id = c.id WHERE c.status = 'received' AND m.state = 'screening'",
      ),
    ).toBe(waiting);
    expect(await count("conversation WHERE status = 'answered' AND first_answered_at IS NULL")).toBe(0);
  });

  it('has one message with personal data that waits; beside it only the story of the letter, told under a pseudonym, is held', () => {
    const held = DIALOGUES.filter(
      ({ title, body }) =>
        screen({ title, body, blockedWords: DEFAULT_BLOCKED_WORDS, repeatedOf: 0 }).verdict === 'hold',
    );
    const [waiting, answered] = [held.filter(({ answer }) => !answer), held.filter(({ answer }) => answer)];
    expect(waiting).toHaveLength(1);
    expect(answered).toMatchObject([{ visibility: 'pseudonym', answer: { kind: 'letter' } }]);
  });

  it('gives every department an officer, and a reviewer who is somebody else', async () => {
    const understaffed = `department d WHERE NOT EXISTS (
      SELECT 1 FROM role_grant o JOIN role_grant r ON r.department_id = o.department_id AND r.officer_id <> o.officer_id
      WHERE o.department_id = d.id AND o.role = 'officer' AND r.role = 'reviewer')`;
    expect(await count('department')).toBe(6);
    expect(await count(understaffed)).toBe(0);
  });

  it('names no sign-in that does not work any more', async () => {
    await dataSource.query("UPDATE officer SET password_hash = 'changed' WHERE email LIKE 'admin@%'");
    await dataSource.query("UPDATE officer SET is_active = false WHERE email LIKE 'press@%'");
    const { signIns } = await seedDemo(database.url);
    expect(signIns.map(({ email }) => email)).not.toContain('admin@answerable.example');
    expect(signIns.map(({ email }) => email)).not.toContain('press@answerable.example');
    expect(signIns.length).toBeGreaterThan(5);
  });
});
