import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public lists a department's conversations by when they were opened: the order by the last message told of messages
 * that nobody outside may know of.
 */
export class OpenedOrder1795000000024 implements MigrationInterface {
  name = 'OpenedOrder1795000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX conversation_opened ON conversation (department_id, opened_at DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX conversation_opened');
  }
}
