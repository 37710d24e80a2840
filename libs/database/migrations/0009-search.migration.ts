import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What conversations are found by: one row for each text in them. No foreign keys: a row is written in the transaction of
 * its text, and an import of a million would check a million of them. `search_fill` is the worker's place in indexing
 * what was there before.
 */
export class Search1795000000009 implements MigrationInterface {
  name = 'Search1795000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_entry (
        entry_id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('message', 'reply', 'note', 'letter')),
        segmenter_version smallint NOT NULL,
        conversation_id uuid NOT NULL,
        department_id uuid NOT NULL,
        at timestamptz NOT NULL,
        words tsvector NOT NULL
      );
      CREATE INDEX search_entry_conversation ON search_entry (conversation_id);
      -- What waits in the pending list is read by every search: it must stay small.
      CREATE INDEX search_entry_words ON search_entry USING gin (words) WITH (gin_pending_list_limit = 256);
      -- A page takes milliseconds; to start a parallel worker takes longer.
      ALTER TABLE search_entry SET (parallel_workers = 0);
      ALTER TABLE search_entry ALTER COLUMN words SET STATISTICS 200;
      CREATE TABLE search_fill (
        kind text PRIMARY KEY,
        segmenter_version smallint NOT NULL,
        last_id uuid,
        indexed integer NOT NULL DEFAULT 0,
        is_whole boolean NOT NULL,
        finished_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_fill, search_entry');
  }
}
