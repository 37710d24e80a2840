import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assignments, replies, moderation decisions, and open letters with their frozen texts. */
export class Answers1795000000003 implements MigrationInterface {
  name = 'Answers1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assignment (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        officer_id uuid NOT NULL REFERENCES officer,
        reason jsonb NOT NULL,
        assigned_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX assignment_current ON assignment (conversation_id) WHERE ended_at IS NULL;
      CREATE INDEX assignment_conversation ON assignment (conversation_id, assigned_at);
      CREATE TABLE reply (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        officer_id uuid REFERENCES officer,
        body text NOT NULL,
        sent_at timestamptz NOT NULL,
        is_imported boolean NOT NULL DEFAULT false,
        CHECK (is_imported OR officer_id IS NOT NULL)
      );
      CREATE INDEX reply_conversation ON reply (conversation_id, sent_at, id);
      CREATE TABLE moderation_decision (
        id uuid PRIMARY KEY,
        message_id uuid NOT NULL REFERENCES message,
        decision text NOT NULL CHECK (decision IN ('clear', 'hold', 'hide')),
        reason text NOT NULL,
        note text,
        findings jsonb NOT NULL,
        decided_by uuid REFERENCES officer,
        decided_at timestamptz NOT NULL
      );
      CREATE INDEX moderation_decision_message ON moderation_decision (message_id, decided_at);
      CREATE TABLE letter (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        conversation_id uuid NOT NULL REFERENCES conversation,
        department_id uuid NOT NULL REFERENCES department,
        author_id uuid NOT NULL REFERENCES officer,
        official_id uuid REFERENCES official,
        status text NOT NULL CHECK (status IN ('draft', 'in-review', 'approved', 'published')),
        version integer NOT NULL,
        title text NOT NULL,
        salutation text NOT NULL,
        body text NOT NULL,
        writer_ids uuid[] NOT NULL,
        returned_note text,
        returned_by uuid REFERENCES officer,
        returned_at timestamptz,
        published_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX letter_unpublished ON letter (conversation_id) WHERE status <> 'published';
      CREATE INDEX letter_conversation ON letter (conversation_id);
      CREATE INDEX letter_status ON letter (department_id, status, updated_at DESC, id DESC);
      CREATE INDEX letter_published ON letter (published_at DESC, id DESC) WHERE status = 'published';
      ALTER TABLE conversation_event ADD FOREIGN KEY (letter_id) REFERENCES letter;
      CREATE TABLE letter_version (
        id uuid PRIMARY KEY,
        letter_id uuid NOT NULL REFERENCES letter,
        number integer NOT NULL,
        canonical text NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        language text NOT NULL,
        submitted_by uuid NOT NULL REFERENCES officer,
        submitted_at timestamptz NOT NULL,
        approved_by uuid REFERENCES officer,
        approved_at timestamptz,
        voided_at timestamptz,
        published_at timestamptz,
        UNIQUE (letter_id, number),
        CHECK (content_hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
        CHECK (approved_by IS DISTINCT FROM submitted_by),
        CHECK (published_at IS NULL OR (approved_at IS NOT NULL AND voided_at IS NULL))
      );
      CREATE UNIQUE INDEX letter_version_published ON letter_version (letter_id) WHERE published_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE conversation_event DROP CONSTRAINT conversation_event_letter_id_fkey;
      DROP TABLE letter_version, letter, moderation_decision, reply, assignment;
    `);
  }
}
