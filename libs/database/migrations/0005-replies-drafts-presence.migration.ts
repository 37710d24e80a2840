import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Replies that wait before they leave and can be corrected afterwards, drafts on the server, and who is looking at a
 * conversation. Presence is unlogged: it is true for seconds only, costs no flush, and a crash that empties it is put
 * right by the next heartbeat.
 */
export class RepliesDraftsPresence1795000000005 implements MigrationInterface {
  name = 'RepliesDraftsPresence1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE department ADD COLUMN undo_seconds integer NOT NULL DEFAULT 10 CHECK (undo_seconds BETWEEN 0 AND 120);
      ALTER TABLE conversation ADD COLUMN reply_leaves_at timestamptz;
      ALTER TABLE reply
        ADD COLUMN state text NOT NULL DEFAULT 'sent' CHECK (state IN ('waiting', 'sent', 'taken-back')),
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN pressed_at timestamptz,
        ADD COLUMN leaves_at timestamptz,
        ADD CHECK (state = 'sent' OR (pressed_at IS NOT NULL AND leaves_at IS NOT NULL));
      CREATE INDEX reply_leaving ON reply (leaves_at) WHERE state = 'waiting';
      CREATE TABLE reply_correction (
        reply_id uuid NOT NULL REFERENCES reply,
        number integer NOT NULL,
        earlier_body text NOT NULL,
        is_earlier_withheld boolean NOT NULL,
        reason text NOT NULL,
        officer_id uuid NOT NULL REFERENCES officer,
        corrected_at timestamptz NOT NULL,
        PRIMARY KEY (reply_id, number)
      );
      CREATE TABLE reply_draft (
        conversation_id uuid NOT NULL REFERENCES conversation,
        officer_id uuid NOT NULL REFERENCES officer,
        version integer NOT NULL,
        body text NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (conversation_id, officer_id)
      );
      CREATE TABLE reply_draft_earlier (
        conversation_id uuid NOT NULL,
        officer_id uuid NOT NULL,
        version integer NOT NULL,
        body text NOT NULL,
        replaced_at timestamptz NOT NULL,
        PRIMARY KEY (conversation_id, officer_id, version),
        FOREIGN KEY (conversation_id, officer_id) REFERENCES reply_draft
      );
      CREATE UNLOGGED TABLE conversation_presence (
        console_id text PRIMARY KEY,
        conversation_id uuid NOT NULL,
        officer_id uuid NOT NULL,
        doing text NOT NULL CHECK (doing IN ('viewing', 'drafting', 'idle')),
        since timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX conversation_presence_conversation ON conversation_presence (conversation_id);
      CREATE INDEX conversation_presence_seen ON conversation_presence (seen_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE conversation_presence, reply_draft_earlier, reply_draft, reply_correction;
      DROP INDEX reply_leaving;
      ALTER TABLE reply DROP COLUMN state, DROP COLUMN version, DROP COLUMN pressed_at, DROP COLUMN leaves_at;
      ALTER TABLE conversation DROP COLUMN reply_leaves_at;
      ALTER TABLE department DROP COLUMN undo_seconds;
    `);
  }
}
