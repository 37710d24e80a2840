import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_REASONS } from './0022-first-reasons.js';

/**
 * Decisions with a lifecycle, reasons in versions, sealed originals, and the hiding of whole conversations by two people.
 * A redacted message holds its text with blocks: whoever reads it anywhere reads that. What was written stands apart.
 */
export class Decisions1795000000022 implements MigrationInterface {
  name = 'Decisions1795000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message DROP CONSTRAINT message_state_check;
      ALTER TABLE message ADD CONSTRAINT message_state_check
        CHECK (state IN ('screening', 'held', 'visible', 'redacted', 'hidden', 'rejected'));

      CREATE TABLE moderation_reason (
        code text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        version integer NOT NULL CHECK (version > 0),
        wording_en text NOT NULL,
        wording_zh text NOT NULL,
        is_public boolean NOT NULL,
        basis text NOT NULL CHECK (basis IN ('law', 'terms')),
        basis_en text NOT NULL,
        basis_zh text NOT NULL,
        instead_en text NOT NULL,
        instead_zh text NOT NULL,
        decisions text[] NOT NULL,
        is_retired boolean NOT NULL DEFAULT false,
        made_by uuid REFERENCES officer,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (code, version)
      );
      CREATE FUNCTION refuse_change_of_reason() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a version of a reason is never changed: make the next one'; END $$;
      CREATE TRIGGER moderation_reason_kept BEFORE UPDATE OR DELETE ON moderation_reason
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reason();

      CREATE TABLE hide_proposal (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        reason text NOT NULL,
        reason_version integer NOT NULL,
        explanation text,
        note text,
        is_held boolean NOT NULL,
        proposed_by uuid NOT NULL REFERENCES officer,
        proposed_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('confirmed', 'declined')),
        decided_by uuid REFERENCES officer,
        decided_at timestamptz,
        shown_by uuid REFERENCES officer,
        shown_at timestamptz,
        FOREIGN KEY (reason, reason_version) REFERENCES moderation_reason (code, version),
        CHECK ((outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
        CONSTRAINT hide_proposal_two_people CHECK (decided_by <> proposed_by OR outcome = 'declined')
      );
      CREATE UNIQUE INDEX hide_proposal_open ON hide_proposal (conversation_id) WHERE outcome IS NULL;

      ALTER TABLE moderation_decision DROP CONSTRAINT moderation_decision_decision_check;
      UPDATE moderation_decision SET decision = 'publish' WHERE decision = 'clear';
      ALTER TABLE moderation_decision
        ADD CONSTRAINT moderation_decision_decision_check
          CHECK (decision IN ('publish', 'hold', 'redact', 'hide', 'reject', 'restore')),
        ADD COLUMN reason_version integer NOT NULL DEFAULT 1,
        ADD COLUMN explanation text,
        ADD COLUMN state text,
        ADD COLUMN spans jsonb,
        ADD COLUMN statement jsonb,
        ADD COLUMN hide_proposal_id uuid REFERENCES hide_proposal;
      CREATE INDEX moderation_decision_proposal ON moderation_decision (hide_proposal_id) WHERE hide_proposal_id IS NOT NULL;

      CREATE TABLE sealed_original (
        message_id uuid PRIMARY KEY REFERENCES message,
        title text,
        body text NOT NULL,
        author_name text NOT NULL,
        sealed_at timestamptz NOT NULL
      );
    `);
    await runner.query(
      `INSERT INTO moderation_reason (code, version, wording_en, wording_zh, is_public, basis, basis_en, basis_zh,
         instead_en, instead_zh, decisions, made_at)
       SELECT r.code, 1, r.wording_en, r.wording_zh, r.is_public, r.basis, r.basis_en, r.basis_zh, r.instead_en, r.instead_zh,
         r.decisions, now()
       FROM jsonb_to_recordset($1::jsonb) AS r (code text, wording_en text, wording_zh text, is_public boolean, basis text,
         basis_en text, basis_zh text, instead_en text, instead_zh text, decisions text[])`,
      [JSON.stringify(FIRST_REASONS)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE message m SET title = s.title, body = s.body, author_name = s.author_name, state = 'held'
        FROM sealed_original s WHERE s.message_id = m.id;
      UPDATE message SET state = 'hidden' WHERE state = 'rejected';
      DROP TABLE sealed_original;
      ALTER TABLE moderation_decision DROP CONSTRAINT moderation_decision_decision_check;
      UPDATE moderation_decision SET decision = CASE decision WHEN 'publish' THEN 'clear' WHEN 'restore' THEN 'clear'
        WHEN 'reject' THEN 'hide' WHEN 'redact' THEN 'hold' ELSE decision END;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_decision_check
          CHECK (decision IN ('clear', 'hold', 'hide')),
        DROP COLUMN reason_version, DROP COLUMN explanation, DROP COLUMN state, DROP COLUMN spans, DROP COLUMN statement,
        DROP COLUMN hide_proposal_id;
      DROP TABLE hide_proposal, moderation_reason;
      DROP FUNCTION refuse_change_of_reason;
      ALTER TABLE message DROP CONSTRAINT message_state_check;
      ALTER TABLE message ADD CONSTRAINT message_state_check
        CHECK (state IN ('screening', 'held', 'visible', 'redacted', 'hidden'));
    `);
  }
}
