import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Handover notes out of the record of events, which holds no text; replies that fail to leave step back behind the
 * others; what is asked of old drafts and of the last change of a setting is answered by an index.
 */
export class Handover1795000000017 implements MigrationInterface {
  name = 'Handover1795000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE handover (
        conversation_id uuid NOT NULL,
        version integer NOT NULL,
        note text NOT NULL,
        PRIMARY KEY (conversation_id, version)
      );
      INSERT INTO handover (conversation_id, version, note)
        SELECT conversation_id, version, payload ->> 'note' FROM conversation_event
        WHERE type = 'conversation.transferred' AND payload ->> 'note' <> '';
      UPDATE conversation_event SET payload = payload - 'note' WHERE type = 'conversation.transferred' AND payload ? 'note';
      ALTER TABLE reply
        ADD COLUMN leaving_failures integer NOT NULL DEFAULT 0,
        ADD COLUMN next_try_at timestamptz;
      DROP INDEX reply_leaving;
      CREATE INDEX reply_leaving ON reply ((coalesce(next_try_at, leaves_at))) WHERE state = 'waiting';
      CREATE INDEX reply_draft_updated ON reply_draft (updated_at);
      CREATE INDEX conversation_event_undo_setting ON conversation_event (department_id, at DESC)
        WHERE type = 'undo-setting.changed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX conversation_event_undo_setting;
      DROP INDEX reply_draft_updated;
      DROP INDEX reply_leaving;
      CREATE INDEX reply_leaving ON reply (leaves_at) WHERE state = 'waiting';
      ALTER TABLE reply DROP COLUMN leaving_failures, DROP COLUMN next_try_at;
      UPDATE conversation_event e SET payload = e.payload || jsonb_build_object('note', h.note)
        FROM handover h WHERE h.conversation_id = e.conversation_id AND h.version = e.version;
      DROP TABLE handover;
    `);
  }
}
