import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that supervisors have mailed to themselves, and each mail of them: one for a period, set down before it is sent. */
export class ScheduledReports1795000000019 implements MigrationInterface {
  name = 'ScheduledReports1795000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES officer,
        department_ids uuid[] NOT NULL,
        measures text[] NOT NULL CHECK (cardinality(measures) > 0),
        clock text NOT NULL CHECK (clock IN ('calendar', 'working')),
        rhythm text NOT NULL CHECK (rhythm IN ('daily', 'weekly', 'monthly')),
        hour integer NOT NULL CHECK (hour BETWEEN 0 AND 23),
        time_zone text NOT NULL,
        language text NOT NULL CHECK (language IN ('en', 'zh')),
        created_at timestamptz NOT NULL,
        next_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX report_due ON report (next_at) WHERE ended_at IS NULL;
      CREATE INDEX report_officer ON report (officer_id, created_at) WHERE ended_at IS NULL;
      CREATE TABLE report_mail (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES report,
        period_from date NOT NULL,
        period_to date NOT NULL,
        claimed_at timestamptz NOT NULL,
        next_try_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        off_hash bytea UNIQUE,
        ended_at timestamptz,
        outcome text CHECK (outcome IN ('sent', 'not-allowed', 'given-up')),
        UNIQUE (report_id, period_from),
        CHECK ((ended_at IS NULL) = (outcome IS NULL))
      );
      CREATE INDEX report_mail_open ON report_mail (next_try_at) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_mail, report');
  }
}
