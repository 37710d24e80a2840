import type { DataSource } from 'typeorm';
import { Refusal } from '#domain/refusal.js';

/** The longest reply that the channel takes, in characters as people count them; null: any. Throws `not-found`. */
export async function setReplyLimit(
  dataSource: DataSource,
  { channel, limit }: { channel: string; limit: number | null },
): Promise<void> {
  const rows: unknown[] = await dataSource.query(
    'WITH changed AS (UPDATE channel SET reply_limit = $2 WHERE slug = $1 RETURNING id) SELECT id FROM changed',
    [channel, limit],
  );
  if (rows.length === 0) throw new Refusal('not-found', { detail: `There is no channel "${channel}".` });
}
