import type { DataSource } from 'typeorm';
import { prepared } from '#platform/database/prepared.js';

export interface ClaimRow {
  messageId: string;
  officerId: string;
  officerName: string;
  since: Date;
}

const HOLD = {
  name: 'moderation-claim-hold',
  text: `
  INSERT INTO moderation_claim AS k (message_id, officer_id, since, seen_at) VALUES ($1, $2, $3, $3)
  ON CONFLICT (message_id) DO UPDATE SET officer_id = excluded.officer_id, seen_at = excluded.seen_at,
    since = CASE WHEN k.officer_id = excluded.officer_id AND k.seen_at > $4 THEN k.since ELSE excluded.since END
    WHERE k.officer_id = excluded.officer_id OR k.seen_at <= $4 OR $5::boolean`,
};

/** Takes it where nobody has it, or has not been heard of since `silentSince`, or `takesOver`; else nothing changes. */
export async function hold(
  dataSource: DataSource,
  claim: { messageId: string; officerId: string; at: Date; silentSince: Date; takesOver: boolean },
): Promise<void> {
  const { messageId, officerId, at, silentSince, takesOver } = claim;
  await prepared(dataSource, HOLD, [messageId, officerId, at, silentSince, takesOver]);
}

const RELEASE = {
  name: 'moderation-claim-release',
  text: 'DELETE FROM moderation_claim WHERE message_id = $1 AND officer_id = $2 RETURNING message_id',
};

export async function release(dataSource: DataSource, messageId: string, officerId: string): Promise<boolean> {
  return (await prepared(dataSource, RELEASE, [messageId, officerId])).length > 0;
}

const HOLDER = {
  name: 'moderation-claim-holder',
  text: `SELECT k.message_id AS "messageId", k.officer_id AS "officerId", o.name AS "officerName", k.since
    FROM moderation_claim k JOIN officer o ON o.id = k.officer_id WHERE k.message_id = $1 AND k.seen_at > $2`,
};

export async function holderOf(dataSource: DataSource, messageId: string, silentSince: Date): Promise<ClaimRow | null> {
  const [row] = await prepared<ClaimRow>(dataSource, HOLDER, [messageId, silentSince]);
  return row ?? null;
}

const CLAIMS = {
  name: 'moderation-claims',
  text: `SELECT k.message_id AS "messageId", k.officer_id AS "officerId", o.name AS "officerName", k.since
    FROM moderation_claim k JOIN officer o ON o.id = k.officer_id
    JOIN message m ON m.id = k.message_id JOIN conversation c ON c.id = m.conversation_id
    WHERE k.seen_at > $2 AND c.department_id = ANY($1::uuid[]) ORDER BY k.since, k.message_id LIMIT 500`,
};

export function claimsIn(
  dataSource: DataSource,
  departmentIds: readonly string[],
  silentSince: Date,
): Promise<ClaimRow[]> {
  return prepared<ClaimRow>(dataSource, CLAIMS, [departmentIds, silentSince]);
}
