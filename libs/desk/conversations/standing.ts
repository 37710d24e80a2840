/**
 * What was taken back is as if it had not been: leaves out of the events `e` those that a later one undid, and that one
 * itself. The same as the derivation of deadlines has it.
 */
export const STANDING = `NOT EXISTS (
      SELECT 1 FROM conversation_event undoing WHERE undoing.conversation_id = e.conversation_id
        AND undoing.type = 'conversation.restored' AND undoing.version >= e.version
        AND (undoing.payload ->> 'undoesVersion')::int <= e.version
    )`;
