import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The foreign keys among rows that intake writes in one statement: a quarter of what a message costs PostgreSQL, for
 * parents that the statement itself has just written or that are never deleted. The outbox lives for milliseconds a
 * row: it is vacuumed after a few thousand, not after a fifth of nothing.
 */
export class LeanIntake1795000000010 implements MigrationInterface {
  name = 'LeanIntake1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message DROP CONSTRAINT message_conversation_id_fkey, DROP CONSTRAINT message_citizen_id_fkey;
      ALTER TABLE conversation DROP CONSTRAINT conversation_citizen_id_fkey, DROP CONSTRAINT conversation_officer_id_fkey;
      ALTER TABLE citizen DROP CONSTRAINT citizen_channel_id_fkey;
      ALTER TABLE conversation_event DROP CONSTRAINT conversation_event_letter_id_fkey;
      ALTER TABLE undelivered_event SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE undelivered_event RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
      ALTER TABLE conversation_event ADD FOREIGN KEY (letter_id) REFERENCES letter;
      ALTER TABLE citizen ADD FOREIGN KEY (channel_id) REFERENCES channel;
      ALTER TABLE conversation ADD FOREIGN KEY (citizen_id) REFERENCES citizen, ADD FOREIGN KEY (officer_id) REFERENCES officer;
      ALTER TABLE message
        ADD FOREIGN KEY (conversation_id) REFERENCES conversation, ADD FOREIGN KEY (citizen_id) REFERENCES citizen;
    `);
  }
}
