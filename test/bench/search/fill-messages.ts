import type { DataSource } from 'typeorm';
import { SEGMENTER_VERSION, wordsOf } from '#domain/search/segment.js';
import { citizensTexts } from '../load/citizens-text.js';
import { vocabulary } from './words.js';

const DIFFERENT_TEXTS = 2_000;
const WORDS_EACH = 6;
const BATCHES = 20;

const PREPARE = `
  CREATE UNLOGGED TABLE bench_text (n int PRIMARY KEY, body text, words tsvector);
  CREATE UNLOGGED TABLE bench_word (rank int PRIMARY KEY, word text);
  CREATE UNLOGGED TABLE bench_message AS
    SELECT row_number() OVER (ORDER BY c.opened_at, c.id) AS n, c.id AS conversation_id, c.department_id, c.channel_id, c.citizen_id,
      c.title, date_trunc('milliseconds', c.opened_at) AS at, md5('message ' || c.id)::uuid AS id
    FROM conversation c;
  CREATE INDEX ON bench_message (n)`;

/**
 * One message for each conversation: a text of real length with some words of a large vocabulary after it, in the table
 * and in the index as intake and screening would have left them. The scopes are spelt out as scope.ts spells them.
 */
const FILL = `
  WITH drawn AS (
    SELECT b.*, t.body, t.words, w.words AS own
    FROM bench_message b
    JOIN bench_text t ON t.n = (hashint4(b.n::int + 3) & 65535) % ${DIFFERENT_TEXTS}
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT v.word) AS words FROM generate_series(1, ${WORDS_EACH}) k
      JOIN bench_word v ON v.rank = floor(power($3::float8, (hashint4(b.n::int * 7 + k) & 1048575) / 1048576.0))::int - 1
    ) w
    WHERE b.n > $1 AND b.n <= $2
  ), messages AS (
    INSERT INTO message (id, conversation_id, channel_id, external_id, citizen_id, author_name, title, body, body_digest, language,
      visibility, state, posted_at, received_at)
    SELECT id, conversation_id, channel_id, id::text, citizen_id, '市民', title, body || '。' || array_to_string(own, '，'),
      decode(md5(id::text), 'hex'), 'zh', 'public', 'visible', at, at FROM drawn
  )
  INSERT INTO search_entry (entry_id, kind, segmenter_version, conversation_id, department_id, at, words)
  SELECT id, 'message', ${SEGMENTER_VERSION}, conversation_id, department_id, at,
    words || array_to_tsvector(own || ARRAY[d, d || '/' || m, d || '/' || y, '/' || m, '/' || y])
  FROM drawn CROSS JOIN LATERAL (
    SELECT right(department_id::text, 12) AS d, to_char(at AT TIME ZONE 'UTC', 'YYYYMM') AS m, to_char(at AT TIME ZONE 'UTC', 'YYYYMMDD') AS y
  ) scope`;

export async function fillMessages(dataSource: DataSource, messages: number): Promise<void> {
  await dataSource.query(PREPARE);
  const texts = citizensTexts(DIFFERENT_TEXTS);
  await dataSource.query(
    `INSERT INTO bench_text SELECT n - 1, body, words::tsvector FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (body, words, n)`,
    [texts, texts.map((text) => [...wordsOf(text)].join(' '))],
  );
  const words = vocabulary();
  await dataSource.query(
    'INSERT INTO bench_word SELECT n - 1, word FROM unnest($1::text[]) WITH ORDINALITY AS t (word, n)',
    [words],
  );
  const [index]: { text: string }[] = await dataSource.query(
    `SELECT indexdef AS text FROM pg_indexes WHERE indexname = 'search_entry_words'`,
  );
  if (!index) throw new Error('there is no index to search by');
  await dataSource.query('DROP INDEX search_entry_words');
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const upTo = (n: number) => Math.ceil((messages * n) / BATCHES);
    await dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(FILL, [upTo(batch), upTo(batch + 1), words.length]);
    });
  }
  await dataSource.query(`SET maintenance_work_mem = '512MB'; ${index.text}`);
  await dataSource.query('DROP TABLE bench_message, bench_text, bench_word');
  // As autovacuum would have done in the meantime.
  await dataSource.query('VACUUM (ANALYZE) message, search_entry');
}
