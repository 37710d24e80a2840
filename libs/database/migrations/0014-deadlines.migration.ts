import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids of events sort by time, and are looked up by it. */
const ID_OF_VERSION_7 = `(
  SELECT overlay(overlay(gen_random_uuid()::text PLACING substr(h, 1, 8) || '-' || substr(h, 9) FROM 1 FOR 13) PLACING '7' FROM 15 FOR 1)::uuid
  FROM (SELECT lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') AS h) AS t
  WHERE department_id IS NOT NULL)`;

/**
 * What departments promise, by version, and the deadlines that follow from it and from the record of events. Deadlines
 * are derived: whatever is in their table can be made again. What is open is derived anew by the event that each policy
 * begins with. `underived_event`: what moved a clock, from its delivery until it is worked in; what a lost Redis forgot is
 * found here. `deadline_rebuild`: how far a rebuild has come that is under way, such as that of the history that there is;
 * with a department where it is that of its history only. `conversation_event_left`: what a department gave away.
 */
export class Deadlines1795000000014 implements MigrationInterface {
  name = 'Deadlines1795000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deadline_policy_version (
        department_id uuid NOT NULL REFERENCES department,
        version integer NOT NULL CHECK (version > 0),
        policy jsonb NOT NULL,
        why text NOT NULL,
        created_by uuid REFERENCES officer,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (department_id, version)
      );
      CREATE TRIGGER deadline_policy_version_stays BEFORE UPDATE ON deadline_policy_version
        FOR EACH ROW EXECUTE FUNCTION refuse_edit();
      CREATE TABLE deadline (
        conversation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('acknowledge', 'answer', 'next-answer', 'letter')),
        ordinal integer NOT NULL CHECK (ordinal > 0),
        department_id uuid NOT NULL,
        promised_by uuid NOT NULL,
        class_code text,
        priority text NOT NULL,
        policy_version integer NOT NULL,
        calendar_id uuid,
        calendar_version integer,
        started_at timestamptz NOT NULL,
        due_at timestamptz,
        ended_at timestamptz,
        outcome text CHECK (outcome IN ('met', 'late', 'cancelled')),
        paused_since timestamptz,
        extended_until timestamptz,
        segments jsonb NOT NULL,
        warnings jsonb NOT NULL,
        next_warning_at timestamptz,
        PRIMARY KEY (conversation_id, kind, ordinal),
        CHECK ((outcome IS NULL) = (ended_at IS NULL)),
        CHECK ((calendar_id IS NULL) = (calendar_version IS NULL))
      );
      CREATE INDEX deadline_warning_due ON deadline (next_warning_at) WHERE next_warning_at IS NOT NULL;
      CREATE INDEX deadline_promised ON deadline (promised_by, conversation_id) WHERE ended_at IS NULL;
      CREATE INDEX deadline_ended ON deadline (promised_by, ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX conversation_event_left ON conversation_event (((payload ->> 'fromDepartmentId')::uuid), conversation_id)
        WHERE type = 'conversation.transferred';
      ALTER TABLE conversation ADD COLUMN class_code text;
      CREATE TABLE underived_event (
        event_id uuid PRIMARY KEY
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
      CREATE TABLE set_aside (
        work text NOT NULL CHECK (work IN ('deadlines', 'figures')),
        conversation_id uuid NOT NULL,
        failures integer NOT NULL,
        next_try_at timestamptz NOT NULL,
        PRIMARY KEY (work, conversation_id)
      );
      CREATE TABLE deadline_rebuild (
        scope text PRIMARY KEY,
        last_id uuid NOT NULL,
        looked integer NOT NULL,
        differing integer NOT NULL,
        department_id uuid REFERENCES department
      );
      INSERT INTO deadline_rebuild (scope, last_id, looked, differing)
      SELECT 'history', '00000000-0000-0000-0000-000000000000', 0, 0 WHERE EXISTS (SELECT 1 FROM conversation);

      INSERT INTO deadline_policy_version (department_id, version, policy, why, created_by, created_at)
      SELECT id, 1, jsonb_build_object(
          'classes', '[]'::jsonb,
          'rules', (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'classCode', null, 'priority', null,
            'amount', answer_within_hours, 'unit', 'hours', 'clock', 'calendar', 'atLatestDays', null) ORDER BY kind)
            FROM unnest(ARRAY['answer', 'next-answer']) AS k (kind)),
          'holdingDays', 0,
          'warnAt', '[0.5, 0.8, 1]'::jsonb
        ), 'Promised before policies had versions', NULL, created_at
      FROM department WHERE answer_within_hours IS NOT NULL;
      WITH begun AS (
        INSERT INTO conversation_event (id, type, department_id, actor_kind, payload, at)
        SELECT ${ID_OF_VERSION_7}, 'policy.changed', department_id, 'system', '{"version": 1}', now()
        FROM deadline_policy_version
        RETURNING id
      )
      INSERT INTO undelivered_event (event_id) SELECT id FROM begun;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX conversation_event_left;
      ALTER TABLE conversation DROP COLUMN class_code;
      DROP TABLE deadline_rebuild, set_aside, underived_event, deadline, deadline_policy_version;
    `);
  }
}
