import type { Tx } from '#database/transaction.js';
import { assertFits } from '#domain/channels/reply-limit.js';

/** Throws `invalid` for a reply that the citizen's channel does not take in one piece. */
export async function assertFitsChannel(tx: Tx, channelId: string, body: string): Promise<void> {
  const [channel]: { replyLimit: number | null }[] = await tx.query(
    'SELECT reply_limit AS "replyLimit" FROM channel WHERE id = $1',
    [channelId],
  );
  assertFits(body, channel?.replyLimit ?? null);
}
