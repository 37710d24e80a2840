import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers said when they did something, and which no other row keeps. */
const ALONE = `('conversation.closed', 'conversation.unmerged', 'conversation.parted', 'conversation.split',
  'conversation.split-off', 'conversation.prioritised', 'conversation.snoozed')`;

/** The row of the decision, of the correction or of the merge has these words too. */
const KEPT_ELSEWHERE = `('conversation.merged', 'conversation.absorbed', 'reply.corrected')`;

/**
 * Words that may have to go one day out of the record of events, which is never edited again after this. They are found by
 * the version that their act made; the handover notes of 0017 are among them.
 */
export class WordsOfActs1795000000020 implements MigrationInterface {
  name = 'WordsOfActs1795000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE words_of_act (
        conversation_id uuid NOT NULL,
        version integer NOT NULL,
        words jsonb NOT NULL,
        PRIMARY KEY (conversation_id, version)
      );
      INSERT INTO words_of_act (conversation_id, version, words)
        SELECT * FROM (
          SELECT e.conversation_id, e.version, jsonb_strip_nulls(jsonb_build_object(
            'reason', CASE WHEN e.type IN ${ALONE} THEN e.payload -> 'reason' END,
            'clockReason', CASE WHEN e.type = 'conversation.transferred' THEN e.payload -> 'clockReason' END,
            'note', CASE WHEN e.type = 'letter.returned' THEN e.payload -> 'note' ELSE to_jsonb(h.note) END)) AS words
          FROM conversation_event e
          LEFT JOIN handover h ON h.conversation_id = e.conversation_id AND h.version = e.version
          WHERE e.version IS NOT NULL AND (e.type IN ${ALONE} OR e.type IN ('conversation.transferred', 'letter.returned'))
        ) t WHERE words <> '{}';
      UPDATE conversation_event SET payload = payload - 'reason'
        WHERE payload ? 'reason' AND (type IN ${ALONE} OR type IN ${KEPT_ELSEWHERE});
      UPDATE conversation_event SET payload = payload - 'clockReason' WHERE payload ? 'clockReason';
      UPDATE conversation_event SET payload = payload - 'note'
        WHERE payload ? 'note' AND type IN ('letter.returned', 'message.cleared', 'message.hidden');
      DROP TABLE handover;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE handover (
        conversation_id uuid NOT NULL,
        version integer NOT NULL,
        note text NOT NULL,
        PRIMARY KEY (conversation_id, version)
      );
      INSERT INTO handover (conversation_id, version, note)
        SELECT w.conversation_id, w.version, w.words ->> 'note' FROM words_of_act w
        JOIN conversation_event e ON e.conversation_id = w.conversation_id AND e.version = w.version
        WHERE e.type = 'conversation.transferred' AND w.words ? 'note';
      UPDATE conversation_event e
        SET payload = e.payload || CASE WHEN e.type = 'conversation.transferred' THEN w.words - 'note' ELSE w.words END
        FROM words_of_act w WHERE w.conversation_id = e.conversation_id AND w.version = e.version;
      UPDATE conversation_event e SET payload = e.payload || jsonb_build_object('note', d.note)
        FROM moderation_decision d WHERE e.type IN ('message.cleared', 'message.hidden') AND d.note IS NOT NULL
          AND d.message_id = (e.payload ->> 'messageId')::uuid AND d.decided_at = e.at;
      UPDATE conversation_event e SET payload = e.payload || jsonb_build_object('reason', k.reason)
        FROM reply_correction k WHERE e.type = 'reply.corrected' AND k.reply_id = (e.payload ->> 'replyId')::uuid
          AND k.corrected_at = e.at;
      UPDATE conversation_event e SET payload = e.payload || jsonb_build_object('reason', g.reason)
        FROM conversation_merge g WHERE g.reason IS NOT NULL AND g.merged_at = e.at AND g.conversation_id =
          CASE e.type WHEN 'conversation.merged' THEN e.conversation_id
            WHEN 'conversation.absorbed' THEN (e.payload ->> 'fromId')::uuid END;
      DROP TABLE words_of_act;
    `);
  }
}
