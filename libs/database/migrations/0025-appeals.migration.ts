import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Appeals against decisions, and what the public log of decisions is drawn from. The log has keys and days of its own: ids
 * and instants would tell which line is which message. Department and waiting are kept with the decision as they were then.
 */
export class Appeals1795000000025 implements MigrationInterface {
  name = 'Appeals1795000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appeal (
        id uuid PRIMARY KEY,
        decision_id uuid NOT NULL UNIQUE REFERENCES moderation_decision,
        message_id uuid NOT NULL REFERENCES message,
        body text NOT NULL,
        lodged_by uuid REFERENCES officer,
        lodged_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'asked', 'upheld', 'overturned', 'overtaken')),
        version integer NOT NULL,
        asked_at timestamptz,
        barred_ids uuid[] NOT NULL,
        decided_by uuid REFERENCES officer,
        decided_at timestamptz,
        explanation text,
        CHECK ((status IN ('open', 'asked')) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        CONSTRAINT appeal_somebody_else CHECK (decided_by IS NULL OR decided_by <> ALL (barred_ids))
      );
      CREATE INDEX appeal_open ON appeal (lodged_at, id) WHERE status IN ('open', 'asked');
      CREATE INDEX appeal_lodged ON appeal (lodged_at);
      CREATE INDEX appeal_message ON appeal (message_id);
      CREATE TABLE appeal_entry (
        id uuid PRIMARY KEY,
        appeal_id uuid NOT NULL REFERENCES appeal,
        kind text NOT NULL CHECK (kind IN ('question', 'answer')),
        body text NOT NULL,
        officer_id uuid REFERENCES officer,
        at timestamptz NOT NULL
      );
      CREATE INDEX appeal_entry_of ON appeal_entry (appeal_id, at, id);

      ALTER TABLE moderation_decision
        ADD COLUMN department_id uuid REFERENCES department,
        ADD COLUMN held_since timestamptz,
        ADD COLUMN log_key uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN logged_on date GENERATED ALWAYS AS ((decided_at AT TIME ZONE 'UTC')::date) STORED;
      CREATE FUNCTION place_moderation_decision() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          SELECT coalesce(survivor.department_id, home.department_id) INTO NEW.department_id
            FROM message m JOIN conversation home ON home.id = m.conversation_id
            LEFT JOIN conversation survivor ON survivor.id = home.merged_into_id WHERE m.id = NEW.message_id;
          IF NEW.decided_by IS NOT NULL AND NEW.decision <> 'hold' THEN
            SELECT CASE WHEN last.decision = 'hold' THEN last.decided_at END INTO NEW.held_since
              FROM moderation_decision last WHERE last.message_id = NEW.message_id
              ORDER BY last.decided_at DESC, last.id DESC LIMIT 1;
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER moderation_decision_placed BEFORE INSERT ON moderation_decision
        FOR EACH ROW EXECUTE FUNCTION place_moderation_decision();
      -- What was decided stays as it is; this only says where.
      ALTER TABLE moderation_decision DISABLE TRIGGER moderation_decision_verdict_stays;
      UPDATE moderation_decision x SET
        department_id = (SELECT coalesce(survivor.department_id, home.department_id)
          FROM message m JOIN conversation home ON home.id = m.conversation_id
          LEFT JOIN conversation survivor ON survivor.id = home.merged_into_id WHERE m.id = x.message_id),
        held_since = CASE WHEN x.decided_by IS NOT NULL AND x.decision <> 'hold' THEN (
          SELECT CASE WHEN last.decision = 'hold' THEN last.decided_at END FROM moderation_decision last
          WHERE last.message_id = x.message_id AND (last.decided_at, last.id) < (x.decided_at, x.id)
          ORDER BY last.decided_at DESC, last.id DESC LIMIT 1) END;
      ALTER TABLE moderation_decision ENABLE ALWAYS TRIGGER moderation_decision_verdict_stays;
      CREATE INDEX moderation_decision_log ON moderation_decision (logged_on DESC, log_key);
      CREATE INDEX conversation_event_at ON conversation_event USING brin (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX conversation_event_at, moderation_decision_log;
      DROP TRIGGER moderation_decision_placed ON moderation_decision;
      DROP FUNCTION place_moderation_decision;
      ALTER TABLE moderation_decision DROP COLUMN department_id, DROP COLUMN held_since, DROP COLUMN log_key,
        DROP COLUMN logged_on;
      DROP TABLE appeal_entry, appeal;
    `);
  }
}
