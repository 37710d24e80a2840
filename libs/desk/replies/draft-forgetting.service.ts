import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Tx, transaction } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';

const KEPT_MS = 90 * 24 * 3_600_000;
const BATCH = 500;

/**
 * Drafts to which nothing has happened for long, nor to their conversations: words in one that is over, and empty ones,
 * which stay behind wherever a reply was sent. Answered from the drafts' index by age, which ends where young ones begin.
 */
const OLD = `
  SELECT d.conversation_id, d.officer_id FROM reply_draft d JOIN conversation c ON c.id = d.conversation_id
  WHERE d.updated_at < $1 AND (c.status IN ('closed', 'merged') OR (c.status = 'answered' AND d.body = '' AND d.holding_reason = ''))
    AND NOT EXISTS (SELECT 1 FROM conversation_event e WHERE e.conversation_id = d.conversation_id AND e.at >= $1)
  ORDER BY d.updated_at LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED`;

interface DraftKey {
  conversation_id: string;
  officer_id: string;
}

/** What was written and never sent is not kept for ever: it may hold what a citizen told in confidence. */
@Injectable()
export class DraftForgettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async forgetOld(stop: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    while (!stop.aborted) {
      const forgotten = await transaction(this.dataSource, (tx) => forgetSome(tx, before));
      if (forgotten < BATCH) return;
    }
  }
}

async function forgetSome(tx: Tx, before: Date): Promise<number> {
  const old: DraftKey[] = await tx.query(OLD, [before]);
  if (old.length === 0) return 0;
  const keys = [old.map((draft) => draft.conversation_id), old.map((draft) => draft.officer_id)];
  for (const table of ['reply_draft_earlier', 'reply_draft']) {
    await tx.query(
      `DELETE FROM ${table} t USING unnest($1::uuid[], $2::uuid[]) AS old (conversation_id, officer_id)
       WHERE t.conversation_id = old.conversation_id AND t.officer_id = old.officer_id`,
      keys,
    );
  }
  return old.length;
}
