import type { Tx } from '#database/transaction.js';
import { type Fact, record, SYSTEM } from './conversation-record.js';

const WAKE = `
  UPDATE conversation SET snoozed_until = NULL, snoozed_until_message = false, version = version + 1
  WHERE id = ANY($1::uuid[]) AND snoozed_until IS NOT NULL
  RETURNING id, department_id AS "departmentId", officer_id AS "officerId", version`;

interface Woken {
  id: string;
  departmentId: string;
  officerId: string | null;
  version: number;
}

/** Brings snoozed ones back into the lists, with the fact. The rows are locked; what is awake already is passed over. */
export async function wakeConversations(
  tx: Tx,
  { ids, because, at }: { ids: readonly string[]; because: 'time' | 'message'; at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  const [woken]: [Woken[], number] = await tx.query(WAKE, [ids]);
  const facts = woken.map(
    (row): Fact => ({
      type: 'conversation.woken',
      conversationId: row.id,
      departmentId: row.departmentId,
      version: row.version,
      actor: SYSTEM,
      payload: { because, ...(row.officerId && { officerId: row.officerId }) },
      at,
    }),
  );
  await record(tx, facts);
}
