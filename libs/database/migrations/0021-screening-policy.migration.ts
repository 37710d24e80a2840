import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How findings become verdicts, by version: of a department, or of the whole desk where none is named. What screening
 * found stays with the message; a column, because the row is written anyway when its state changes. Campaigns are the
 * messages that say the same: each text is compared with those it shares a band with, and counted under the first. They
 * are written by screening and not by intake, which is bound by what each index costs.
 */
export class ScreeningPolicy1795000000021 implements MigrationInterface {
  name = 'ScreeningPolicy1795000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE screening_policy_version (
        id uuid PRIMARY KEY,
        department_id uuid REFERENCES department,
        version integer NOT NULL CHECK (version > 0),
        policy jsonb NOT NULL,
        why text NOT NULL,
        created_by uuid NOT NULL REFERENCES officer,
        created_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (department_id, version)
      );
      CREATE TRIGGER screening_policy_version_stays BEFORE UPDATE ON screening_policy_version
        FOR EACH ROW EXECUTE FUNCTION refuse_edit();
      ALTER TABLE message ADD COLUMN screening jsonb;
      CREATE TABLE campaign_member (
        message_id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL,
        department_id uuid NOT NULL,
        citizen_id uuid NOT NULL
      );
      CREATE INDEX campaign_member_people ON campaign_member (campaign_id, citizen_id);
      CREATE TABLE campaign_band (
        department_id uuid NOT NULL,
        band integer NOT NULL,
        message_id uuid NOT NULL,
        PRIMARY KEY (department_id, band, message_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE campaign_band, campaign_member, screening_policy_version;
      ALTER TABLE message DROP COLUMN screening;
    `);
  }
}
