import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Conversations that are carried on in another one, and those that were split off. Messages and answers stay with the
 * conversation to which they were written, so that a merge is taken back by taking back the pointer.
 */
export class Merging1795000000007 implements MigrationInterface {
  name = 'Merging1795000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE conversation
        DROP CONSTRAINT conversation_status_check,
        ADD CONSTRAINT conversation_status_check
          CHECK (status IN ('received', 'held', 'queued', 'assigned', 'answered', 'closed', 'merged')),
        ADD COLUMN merged_into_id uuid REFERENCES conversation,
        ADD COLUMN split_from_id uuid REFERENCES conversation,
        ADD CHECK ((status = 'merged') = (merged_into_id IS NOT NULL)),
        ADD CHECK (merged_into_id <> id);
      CREATE INDEX conversation_merged_into ON conversation (merged_into_id) WHERE merged_into_id IS NOT NULL;
      CREATE INDEX conversation_split_from ON conversation (split_from_id) WHERE split_from_id IS NOT NULL;
      ALTER TABLE message ADD COLUMN arrived_in_id uuid;
      ALTER TABLE reply ADD COLUMN answered_visibility text
        CHECK (answered_visibility IN ('public', 'pseudonym', 'department'));
      CREATE TABLE conversation_merge (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        into_id uuid NOT NULL REFERENCES conversation,
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        merged_by uuid NOT NULL REFERENCES officer,
        merged_at timestamptz NOT NULL,
        reason text,
        own_work jsonb NOT NULL,
        survivor_work jsonb NOT NULL,
        moved_with uuid REFERENCES conversation_merge
      );
      CREATE UNIQUE INDEX conversation_merge_current ON conversation_merge (conversation_id) WHERE until_at IS NULL;
      CREATE INDEX conversation_merge_conversation ON conversation_merge (conversation_id, from_at);
      CREATE INDEX conversation_merge_into ON conversation_merge (into_id) WHERE until_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE conversation_merge;
      ALTER TABLE reply DROP COLUMN answered_visibility;
      ALTER TABLE message DROP COLUMN arrived_in_id;
      DROP INDEX conversation_merged_into, conversation_split_from;
      ALTER TABLE conversation DROP CONSTRAINT conversation_status_check;
      ALTER TABLE conversation DROP COLUMN merged_into_id, DROP COLUMN split_from_id;
      ALTER TABLE conversation ADD CONSTRAINT conversation_status_check
        CHECK (status IN ('received', 'held', 'queued', 'assigned', 'answered', 'closed'));
    `);
  }
}
