import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events that officers are to be told of, from their delivery until they have been: what a lost Redis forgot is found
 * here. And who had a conversation when, by officer.
 */
export class UntoldEvents1795000000012 implements MigrationInterface {
  name = 'UntoldEvents1795000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE untold_event (
        event_id uuid PRIMARY KEY
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
      CREATE INDEX assignment_officer ON assignment (officer_id, conversation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX assignment_officer; DROP TABLE untold_event');
  }
}
