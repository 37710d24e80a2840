import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which shares of a promised time officers were warned of, each once for a promise; and the head of a department, who
 * is told when one is over. No foreign key to the deadline: that row is derived, and may be derived anew.
 */
export class Warnings1795000000016 implements MigrationInterface {
  name = 'Warnings1795000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deadline_warning (
        conversation_id uuid NOT NULL REFERENCES conversation,
        kind text NOT NULL,
        ordinal integer NOT NULL,
        share double precision NOT NULL CHECK (share > 0),
        at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (conversation_id, kind, ordinal, share)
      );
      ALTER TABLE department ADD COLUMN head_officer_id uuid REFERENCES officer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE department DROP COLUMN head_officer_id; DROP TABLE deadline_warning');
  }
}
