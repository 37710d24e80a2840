import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a department hands out its conversations, who can take which and when, and what nobody took in time. */
export class AssignmentPolicies1795000000004 implements MigrationInterface {
  name = 'AssignmentPolicies1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE department
        ADD COLUMN assignment_policy text NOT NULL DEFAULT 'least-loaded'
          CHECK (assignment_policy IN ('least-loaded', 'round-robin', 'pull')),
        ADD COLUMN escalate_after_minutes integer DEFAULT 60 CHECK (escalate_after_minutes BETWEEN 1 AND 43200),
        ADD COLUMN leave_grace_minutes integer NOT NULL DEFAULT 5 CHECK (leave_grace_minutes BETWEEN 0 AND 10080),
        ADD COLUMN policy_version integer NOT NULL DEFAULT 1;
      ALTER TABLE officer
        ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
        ADD COLUMN skills text[] NOT NULL DEFAULT '{}',
        ADD COLUMN time_zone text,
        ADD COLUMN working_hours jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN out_from timestamptz,
        ADD COLUMN out_until timestamptz,
        ADD COLUMN stand_in_id uuid REFERENCES officer,
        ADD COLUMN absent_since timestamptz,
        ADD COLUMN staffing_version integer NOT NULL DEFAULT 1,
        ADD CHECK (out_until > out_from),
        ADD CHECK (stand_in_id <> id);
      CREATE TABLE skill_rule (
        department_id uuid NOT NULL REFERENCES department,
        tag_id uuid NOT NULL,
        skill text NOT NULL,
        PRIMARY KEY (department_id, tag_id, skill)
      );
      ALTER TABLE conversation
        ADD COLUMN priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
        ADD COLUMN escalated_at timestamptz;
      ALTER TABLE assignment ADD COLUMN ended_because text;
      CREATE INDEX conversation_unescalated ON conversation (department_id, waiting_since)
        WHERE status = 'queued' AND escalated_at IS NULL;
      CREATE INDEX conversation_escalated ON conversation (department_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'queued' AND escalated_at IS NOT NULL;
      CREATE INDEX conversation_citizen_answered ON conversation (citizen_id, department_id, last_message_at DESC)
        WHERE first_answered_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX conversation_unescalated, conversation_escalated, conversation_citizen_answered;
      ALTER TABLE assignment DROP COLUMN ended_because;
      ALTER TABLE conversation DROP COLUMN priority, DROP COLUMN escalated_at;
      DROP TABLE skill_rule;
      ALTER TABLE officer DROP COLUMN languages, DROP COLUMN skills, DROP COLUMN time_zone, DROP COLUMN working_hours,
        DROP COLUMN out_from, DROP COLUMN out_until, DROP COLUMN stand_in_id, DROP COLUMN absent_since,
        DROP COLUMN staffing_version;
      ALTER TABLE department DROP COLUMN assignment_policy, DROP COLUMN escalate_after_minutes,
        DROP COLUMN leave_grace_minutes, DROP COLUMN policy_version;
    `);
  }
}
