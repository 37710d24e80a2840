import type { DataSource } from 'typeorm';
import { type AppealStatus, appealableBetween } from '#domain/moderation/appeal.lifecycle.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';

/** An appeal as its author sees it: nobody of the desk is named. */
export interface OwnAppeal {
  id: string;
  messageId: string;
  decisionId: string;
  status: AppealStatus;
  body: string;
  at: Date;
  dialogue: { id: string; kind: 'question' | 'answer'; body: string; at: Date }[];
  decidedAt: Date | null;
  explanation: string | null;
}

/** `early`: a hold that is not a day old yet; `late`: the time is over. */
export interface Appealable {
  decisionId: string;
  standing: 'early' | 'open' | 'late';
  from: Date;
  until: Date;
}

/** On the messages of these ids, oldest first. */
export async function appealsOn(dataSource: DataSource, messageIds: readonly string[]): Promise<OwnAppeal[]> {
  const rows: (Omit<OwnAppeal, 'dialogue'> & { dialogue: Entry[] | null })[] = await dataSource.query(
    `SELECT a.id, a.message_id AS "messageId", a.decision_id AS "decisionId", a.status, a.body, a.lodged_at AS at,
       a.decided_at AS "decidedAt", a.explanation,
       (SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'body', e.body, 'at', e.at) ORDER BY e.at, e.id)
        FROM appeal_entry e WHERE e.appeal_id = a.id) AS dialogue
     FROM appeal a WHERE a.message_id = ANY($1::uuid[]) ORDER BY a.lodged_at, a.id`,
    [messageIds],
  );
  return rows.map((row) => ({
    ...row,
    dialogue: (row.dialogue ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
  }));
}

type Entry = Omit<OwnAppeal['dialogue'][number], 'at'> & { at: string };

/** Null where there is nothing to appeal, or it has been appealed. */
export function appealableOf(
  decided: { id: string; decision: Decision; at: Date } | null,
  { appeals, now }: { appeals: readonly OwnAppeal[]; now: Date },
): Appealable | null {
  const between = decided && appealableBetween(decided);
  if (!between || appeals.some(({ decisionId }) => decisionId === decided.id)) return null;
  const standing = now < between.from ? 'early' : now > between.until ? 'late' : 'open';
  return { decisionId: decided.id, standing, ...between };
}
