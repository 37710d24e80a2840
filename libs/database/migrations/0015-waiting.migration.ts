import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Replies that are no answers: a question, after which the desk waits for the citizen, and a holding reply, which says
 * in public until when more time is needed and why. A draft keeps which of them it is to be.
 */
export class Waiting1795000000015 implements MigrationInterface {
  name = 'Waiting1795000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reply
        ADD COLUMN kind text NOT NULL DEFAULT 'answer' CHECK (kind IN ('answer', 'question', 'holding')),
        ADD COLUMN holding_until timestamptz,
        ADD COLUMN holding_reason text CHECK (holding_reason <> ''),
        ADD CONSTRAINT reply_holding CHECK ((kind = 'holding') = (holding_until IS NOT NULL)
          AND (kind = 'holding') = (holding_reason IS NOT NULL));
      ALTER TABLE reply_correction ADD COLUMN earlier_holding_reason text;
      ALTER TABLE reply_draft
        ADD COLUMN kind text NOT NULL DEFAULT 'answer' CHECK (kind IN ('answer', 'question', 'holding')),
        ADD COLUMN holding_date text CHECK (holding_date ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        ADD COLUMN holding_reason text NOT NULL DEFAULT '';
      ALTER TABLE conversation
        ADD COLUMN asked_at timestamptz,
        ADD CONSTRAINT conversation_asked CHECK (asked_at IS NULL OR waiting_since IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE conversation DROP COLUMN asked_at;
      ALTER TABLE reply_draft DROP COLUMN kind, DROP COLUMN holding_date, DROP COLUMN holding_reason;
      ALTER TABLE reply_correction DROP COLUMN earlier_holding_reason;
      ALTER TABLE reply DROP COLUMN kind, DROP COLUMN holding_until, DROP COLUMN holding_reason;
    `);
  }
}
