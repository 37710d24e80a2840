import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Acts over many conversations: who ordered what over which rows, as each was seen, and what became of each. An item
 * is ticked off in the transaction that does it; `before` is what taking it back restores.
 */
export class Bulk1795000000011 implements MigrationInterface {
  name = 'Bulk1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_act (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES officer,
        what jsonb NOT NULL,
        undoes_id uuid REFERENCES bulk_act ON DELETE CASCADE,
        total integer NOT NULL CHECK (total > 0),
        done integer NOT NULL DEFAULT 0,
        refused integer NOT NULL DEFAULT 0,
        ordered_at timestamptz NOT NULL,
        worked_at timestamptz,
        finished_at timestamptz,
        cancelled_at timestamptz,
        CHECK (done + refused <= total),
        CHECK ((cancelled_at IS NOT NULL) <= (finished_at IS NOT NULL))
      );
      CREATE INDEX bulk_act_unfinished ON bulk_act (officer_id, ordered_at, id) WHERE finished_at IS NULL;
      CREATE INDEX bulk_act_of_officer ON bulk_act (officer_id, ordered_at DESC, id DESC);
      CREATE UNIQUE INDEX bulk_act_undoes ON bulk_act (undoes_id) WHERE undoes_id IS NOT NULL;
      CREATE INDEX bulk_act_old ON bulk_act (ordered_at);
      CREATE TABLE bulk_item (
        bulk_id uuid NOT NULL REFERENCES bulk_act ON DELETE CASCADE,
        place integer NOT NULL,
        conversation_id uuid NOT NULL,
        seen_version integer NOT NULL,
        outcome text CHECK (outcome IN ('done', 'unchanged', 'refused')),
        done_version integer,
        refusal jsonb,
        before jsonb,
        PRIMARY KEY (bulk_id, place),
        CHECK ((outcome = 'refused') = (refusal IS NOT NULL))
      );
      CREATE INDEX bulk_item_to_do ON bulk_item (bulk_id, place) WHERE outcome IS NULL;
      CREATE INDEX bulk_item_refused ON bulk_item (bulk_id, place) WHERE outcome = 'refused';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_item, bulk_act');
  }
}
