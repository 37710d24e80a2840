import type { DataSource } from 'typeorm';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { citizensTexts } from '../load/citizens-text.js';

const DIFFERENT_EXCERPTS = 1_000;

export interface Filling {
  conversations: number;
  departmentIds: readonly string[];
  /** A multiple of the departments: officer n works in department n modulo their number. */
  officerIds: readonly string[];
  channelId: string;
}

const CITIZENS = `
  INSERT INTO citizen (id, channel_id, external_id, name)
  SELECT md5('citizen ' || k)::uuid, $2, 'citizen-' || k, '市民' || k FROM generate_series(0, $1::int / 3) AS k`;

/**
 * Three years up to now, evenly. Of the newest tenth a third waits in the queue and half is with an officer; nearly all
 * before is answered or closed. That leaves 8 % open, as on a desk that keeps up.
 */
const CONVERSATIONS = `
  WITH drawn AS (
    SELECT n, n > $1::int * 0.9 AS is_recent, (hashint4(n) & 1023) / 1024.0 AS chance,
      1 + (hashint4(n + 7) & 65535) % cardinality($3::uuid[]) AS department, (hashint4(n + 13) & 65535) AS draw,
      now() - interval '3 years' * (1 - n / $1::float8) AS opened_at
    FROM generate_series(1, $1::int) AS n
  ), placed AS (
    SELECT *, CASE
        WHEN is_recent THEN CASE WHEN chance < 0.05 THEN 'received' WHEN chance < 0.10 THEN 'held' WHEN chance < 0.40 THEN 'queued'
          WHEN chance < 0.90 THEN 'assigned' ELSE 'answered' END
        WHEN chance < 0.85 THEN 'answered' ELSE 'closed' END AS status
    FROM drawn
  )
  INSERT INTO conversation
    (id, reference, department_id, channel_id, citizen_id, status, officer_id, title, excerpt, language, version, opened_at,
     last_message_at, waiting_since, answer_due_at, first_answered_at)
  SELECT uuidv7(opened_at - now()), 'BJ-' || upper(to_hex(n::bigint * 2654435761 % 4294967296)), ($3::uuid[])[department], $2,
    md5('citizen ' || n / 3)::uuid, status,
    CASE WHEN status IN ('assigned', 'answered', 'closed')
      THEN ($4::uuid[])[department + cardinality($3::uuid[]) * (draw % (cardinality($4::uuid[]) / cardinality($3::uuid[])))] END,
    CASE WHEN draw % 2 = 0 THEN left(($5::text[])[1 + draw % cardinality($5::text[])], 20) END,
    ($5::text[])[1 + draw % cardinality($5::text[])], 'zh', 3, opened_at, opened_at,
    CASE WHEN status IN ('received', 'held', 'queued', 'assigned') THEN opened_at END,
    opened_at + interval '168 hours',
    CASE WHEN status IN ('answered', 'closed') THEN least(now(), opened_at + interval '1 minute' * draw) END
  FROM placed`;

/** Conversations by the million, straight into the tables: the keys are right by construction and not checked one by one. */
export async function fillDesk(dataSource: DataSource, filling: Filling): Promise<void> {
  const { conversations, departmentIds, officerIds, channelId } = filling;
  const excerpts = citizensTexts(DIFFERENT_EXCERPTS).map(excerptOf);
  await dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(CITIZENS, [conversations, channelId]);
    await tx.query(CONVERSATIONS, [conversations, channelId, departmentIds, officerIds, excerpts]);
  });
  // As autovacuum would have done in the meantime.
  await dataSource.query('VACUUM (ANALYZE) citizen, conversation, officer, department');
}
