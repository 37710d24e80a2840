import type { NoteView } from '#contracts/notes.http.js';
import type { NoteRecord } from './note.queries.js';

export function noteView(row: NoteRecord): NoteView {
  return {
    kind: 'note',
    id: row.id,
    conversationId: row.conversationId,
    version: row.version,
    officer: { id: row.officerId, name: row.officerName },
    body: row.body,
    mentions: row.mentions,
    writtenAt: row.writtenAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: row.deletedAt && { at: row.deletedAt.toISOString(), officerName: row.deletedByName ?? '' },
    earlier: row.earlier.map(({ body, writtenAt }) => ({ body, writtenAt: new Date(writtenAt).toISOString() })),
  };
}
