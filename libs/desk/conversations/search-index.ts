import type { SearchedKind } from '#contracts/search.http.js';
import type { Tx } from '#database/transaction.js';
import { notePartsOf } from '#domain/notes/mentions.js';
import { scopeWordsOf } from '#domain/search/scope.js';
import { SEGMENTER_VERSION, wordsOf } from '#domain/search/segment.js';
import { anyIn, type PreparedQuery, preparedIn } from '#platform/database/prepared.js';

interface Findable {
  entryId: string;
  conversationId: string;
  departmentId: string;
  at: Date;
  title: string | null;
  body: string;
  name: string | null;
}

/** The words of a reply `x`, with the reason of one that takes more time. */
export const REPLY_TEXT = `concat_ws(E'\\n', nullif(x.body, ''), x.holding_reason)`;

const readingOf = (kind: SearchedKind, columns: string, condition = 'true'): PreparedQuery => ({
  name: `findable-${kind}`,
  text: `
  SELECT x.id AS "entryId", c.id AS "conversationId", c.department_id AS "departmentId", ${columns}
  FROM ${kind} x JOIN conversation c ON c.id = x.conversation_id
  WHERE x.id = ${anyIn('$1', 'uuid')} AND ${condition}`,
});

/** What can be found of each kind. A message, once it has been screened; a reply, once it has left. */
const READINGS: Record<SearchedKind, PreparedQuery> = {
  message: readingOf('message', 'x.posted_at AS at, x.title, x.body, x.author_name AS name', `x.state <> 'screening'`),
  reply: readingOf('reply', `x.sent_at AS at, NULL AS title, ${REPLY_TEXT} AS body, NULL AS name`, `x.state = 'sent'`),
  note: readingOf('note', 'x.written_at AS at, NULL AS title, x.body, NULL AS name', 'x.deleted_at IS NULL'),
  letter: readingOf('letter', `x.updated_at AS at, x.title, x.salutation || E'\\n' || x.body AS body, NULL AS name`),
};

const INDEX = {
  name: 'index-texts',
  text: `
  INSERT INTO search_entry (entry_id, kind, segmenter_version, conversation_id, department_id, at, words)
  SELECT t.entry_id, $1, $2, t.conversation_id, t.department_id, t.at, t.words::tsvector
  FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::text[])
    AS t (entry_id, conversation_id, department_id, at, words)
  ORDER BY t.entry_id
  ON CONFLICT (entry_id) DO UPDATE SET segmenter_version = excluded.segmenter_version, conversation_id = excluded.conversation_id,
    department_id = excluded.department_id, at = excluded.at, words = excluded.words`,
};

/**
 * Called in the transaction that writes, changes, moves or removes texts, after it has: from then on they are found by
 * what they say now, or no longer. Two statements, however many texts.
 */
export async function keepFindable(tx: Tx, kind: SearchedKind, ids: readonly string[]): Promise<void> {
  const found = await preparedIn<Findable>(tx, READINGS[kind], [ids]);
  if (found.length > 0) {
    await preparedIn(tx, INDEX, [
      kind,
      SEGMENTER_VERSION,
      found.map((entry) => entry.entryId),
      found.map((entry) => entry.conversationId),
      found.map((entry) => entry.departmentId),
      found.map((entry) => entry.at),
      found.map((entry) => vectorOf(entry, kind)),
    ]);
  }
  const gone = ids.filter((id) => !found.some(({ entryId }) => entryId === id));
  if (gone.length > 0) await tx.query('DELETE FROM search_entry WHERE entry_id = ANY($1::uuid[])', [gone]);
}

/** After a transfer, also of what is merged into it: the new department finds all of it, the old one nothing. */
export async function moveFindable(tx: Tx, conversationId: string, departmentId: string): Promise<void> {
  const entries: Pick<Findable, 'entryId' | 'departmentId' | 'at'>[] = await tx.query(
    `SELECT entry_id AS "entryId", department_id AS "departmentId", at FROM search_entry
     WHERE conversation_id IN (SELECT id FROM conversation WHERE id = $1 OR merged_into_id = $1)
     ORDER BY entry_id FOR UPDATE`,
    [conversationId],
  );
  for (const entry of entries) {
    await tx.query(
      `UPDATE search_entry SET department_id = $2, words = ts_delete(words, $3::text[]) || array_to_tsvector($4::text[])
       WHERE entry_id = $1`,
      [entry.entryId, departmentId, scopeWordsOf(entry), scopeWordsOf({ departmentId, at: entry.at })],
    );
  }
}

/** A note as people read it: whom it mentions is kept there as ids, which nobody looks for. */
export function noteText(body: string): string {
  return notePartsOf(body)
    .map((part) => ('text' in part ? part.text : '@…'))
    .join('');
}

/** Words hold letters, digits and marks only, scopes also slashes: none of it is syntax of a tsvector. */
function vectorOf(entry: Findable, kind: SearchedKind): string {
  const body = kind === 'note' ? noteText(entry.body) : entry.body;
  const words = [entry.title, body, entry.name].flatMap((text) => (text ? [...wordsOf(text)] : []));
  return [...words, ...scopeWordsOf(entry)].join(' ');
}
