import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statement by statement, so that also what would touch no row is refused; ALWAYS: a session that plays replica is no way around. */
const stays = (table: string, changes = 'UPDATE OR DELETE OR TRUNCATE') => `
  CREATE TRIGGER ${table}_stays BEFORE ${changes} ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_stays;
  REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC;`;

/** What people wrote about a message, or what of it was pointed at: may have to go when a citizen is erased. */
const WORDS_OF_DECISIONS = `ARRAY['note', 'findings', 'explanation', 'statement']`;

/**
 * The record of events is only ever added to, and chained by hashes, a chain for each department and one (of the nil id) for
 * what has none. `unlinked_event`: recorded and not in its chain yet. Whatever leaves the outbox is written there by
 * PostgreSQL, whichever version of the relay took it out: nobody can forget to. What is recorded beside the outbox writes
 * it itself. What is there already is chained first, in the order of its ids. `audit_anchor_chain`: how far each chain had
 * come when a day was anchored. Of a decision of moderation everything stays but its words, columns of later days included.
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
      CREATE TABLE audit_anchor (
        day date PRIMARY KEY,
        root bytea NOT NULL CHECK (length(root) = 32),
        made_at timestamptz NOT NULL
      );
      ${stays('audit_anchor')}
      CREATE TABLE audit_anchor_chain (
        chain_id uuid NOT NULL,
        day date NOT NULL REFERENCES audit_anchor,
        seq bigint NOT NULL CHECK (seq > 0),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (chain_id, day)
      );
      CREATE INDEX audit_anchor_chain_day ON audit_anchor_chain (day, chain_id);
      ${stays('audit_anchor_chain')}
      ${stays('moderation_decision', 'DELETE OR TRUNCATE')}
      CREATE TRIGGER moderation_decision_verdict_stays BEFORE UPDATE ON moderation_decision FOR EACH ROW
        WHEN (to_jsonb(OLD) - ${WORDS_OF_DECISIONS} IS DISTINCT FROM to_jsonb(NEW) - ${WORDS_OF_DECISIONS})
        EXECUTE FUNCTION refuse_change();
      ALTER TABLE moderation_decision ENABLE ALWAYS TRIGGER moderation_decision_verdict_stays;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER undelivered_event_owes_link ON undelivered_event;
      DROP TRIGGER conversation_event_stays ON conversation_event;
      DROP TRIGGER moderation_decision_stays ON moderation_decision;
      DROP TRIGGER moderation_decision_verdict_stays ON moderation_decision;
      DROP TABLE unlinked_event, audit_link, audit_anchor_chain, audit_anchor;
      DROP FUNCTION owe_link(), refuse_change();
    `);
  }
}
