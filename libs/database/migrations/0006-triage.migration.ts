import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tags, snooze and saved views, and the indexes that answer the filters of the inbox. Those over all of history hold
 * only what is settled: messages that come in and are worked on do not pay for them; open work is few and has its own.
 */
export class Triage1795000000006 implements MigrationInterface {
  name = 'Triage1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tag (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department,
        name_en text NOT NULL,
        name_zh text NOT NULL,
        colour text NOT NULL CHECK (colour IN ('grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink')),
        version integer NOT NULL DEFAULT 1,
        archived_at timestamptz,
        merged_into_id uuid REFERENCES tag,
        created_at timestamptz NOT NULL,
        CHECK (name_en <> '' OR name_zh <> ''),
        CHECK (merged_into_id <> id),
        CHECK (merged_into_id IS NULL OR archived_at IS NULL)
      );
      CREATE UNIQUE INDEX tag_name_en ON tag (department_id, lower(name_en))
        WHERE name_en <> '' AND archived_at IS NULL AND merged_into_id IS NULL;
      CREATE UNIQUE INDEX tag_name_zh ON tag (department_id, lower(name_zh))
        WHERE name_zh <> '' AND archived_at IS NULL AND merged_into_id IS NULL;
      CREATE INDEX tag_department ON tag (department_id);
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES officer,
        audience text NOT NULL CHECK (audience IN ('mine', 'team', 'shared')),
        department_id uuid REFERENCES department,
        name text NOT NULL CHECK (name <> ''),
        filter jsonb NOT NULL,
        position integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deleted_at timestamptz,
        CHECK ((audience = 'team') = (department_id IS NOT NULL))
      );
      CREATE INDEX saved_view_owner ON saved_view (owner_id) WHERE audience = 'mine';
      CREATE INDEX saved_view_team ON saved_view (department_id) WHERE audience = 'team';
      CREATE INDEX saved_view_shared ON saved_view (position) WHERE audience = 'shared';
      ALTER TABLE conversation
        ADD COLUMN snoozed_until timestamptz,
        ADD COLUMN snoozed_until_message boolean NOT NULL DEFAULT false,
        ADD COLUMN tag_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CHECK (snoozed_until_message <= (snoozed_until IS NOT NULL)),
        ADD CHECK (cardinality(tag_ids) <= 20);
      DROP INDEX conversation_open, conversation_queued, conversation_mine;
      CREATE INDEX conversation_open ON conversation (department_id, (priority <> 'urgent'), (coalesce(answer_due_at, 'infinity')), id)
        WHERE status IN ('queued', 'assigned');
      CREATE INDEX conversation_queued ON conversation (department_id, (priority <> 'urgent'), (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'queued';
      CREATE INDEX conversation_mine ON conversation (officer_id, (priority <> 'urgent'), (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'assigned';
      CREATE INDEX conversation_snoozed ON conversation (snoozed_until, id) WHERE snoozed_until IS NOT NULL;
      CREATE INDEX conversation_tags ON conversation USING gin (tag_ids) WHERE tag_ids <> '{}';
      CREATE INDEX conversation_settled_officer ON conversation (department_id, officer_id, last_message_at DESC, id DESC)
        WHERE status IN ('answered', 'closed');
      CREATE INDEX conversation_settled_language ON conversation
        (department_id, (lower(split_part(language, '-', 1))), last_message_at DESC, id DESC)
        WHERE status IN ('answered', 'closed');
      CREATE INDEX conversation_settled_channel ON conversation (department_id, channel_id, last_message_at DESC, id DESC)
        WHERE status IN ('answered', 'closed');
      CREATE INDEX conversation_settled_priority ON conversation (department_id, priority, last_message_at DESC, id DESC)
        WHERE status IN ('answered', 'closed') AND priority <> 'normal';
      CREATE INDEX conversation_settled_unanswered ON conversation (department_id, last_message_at DESC, id DESC)
        WHERE status IN ('answered', 'closed') AND first_answered_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX conversation_open, conversation_queued, conversation_mine, conversation_snoozed, conversation_tags,
        conversation_settled_officer, conversation_settled_language, conversation_settled_channel,
        conversation_settled_priority, conversation_settled_unanswered;
      CREATE INDEX conversation_open ON conversation (department_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status IN ('queued', 'assigned');
      CREATE INDEX conversation_queued ON conversation (department_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'queued';
      CREATE INDEX conversation_mine ON conversation (officer_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'assigned';
      ALTER TABLE conversation DROP COLUMN snoozed_until, DROP COLUMN snoozed_until_message, DROP COLUMN tag_ids;
      DROP TABLE saved_view, tag;
    `);
  }
}
