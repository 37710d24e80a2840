import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statement by statement, so that also what would touch no row is refused; ALWAYS: a session that plays replica is no way around. */
const stays = (table: string) => `
  CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_stays;
  REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC;`;

/**
 * The record of events is only ever added to, and chained by hashes, a chain for each department and one (of the nil id) for
 * what has none. `unlinked_event`: recorded and not in its chain yet. Whatever leaves the outbox is written there by
 * PostgreSQL, whichever version of the relay took it out: nobody can forget to. What is recorded beside the outbox writes
 * it itself. What is there already is chained first, in the order of its ids.
 */
export class Audit1795000000023 implements MigrationInterface {
  name = 'Audit1795000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
      END $$;
      ${stays('conversation_event')}
      CREATE TABLE audit_link (
        chain_id uuid NOT NULL,
        seq bigint NOT NULL CHECK (seq > 0),
        event_id uuid NOT NULL UNIQUE,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (chain_id, seq)
      );
      ${stays('audit_link')}
      CREATE TABLE unlinked_event (
        event_id uuid PRIMARY KEY
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
      CREATE FUNCTION owe_link() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO unlinked_event SELECT event_id FROM delivered ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER undelivered_event_owes_link AFTER DELETE ON undelivered_event
        REFERENCING OLD TABLE AS delivered FOR EACH STATEMENT EXECUTE FUNCTION owe_link();
      INSERT INTO unlinked_event SELECT id FROM conversation_event;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER undelivered_event_owes_link ON undelivered_event;
      DROP TRIGGER conversation_event_stays ON conversation_event;
      DROP TABLE unlinked_event, audit_link;
      DROP FUNCTION owe_link(), refuse_change();
    `);
  }
}
