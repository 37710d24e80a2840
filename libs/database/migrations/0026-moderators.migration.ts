import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports by readers with the standing of who sent them, who has which message open, and how moderators like to work. */
export class Moderators1795000000026 implements MigrationInterface {
  name = 'Moderators1795000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reporter (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        made_at timestamptz NOT NULL
      );

      -- Without its salt the hash of an address says nothing; both are forgotten together.
      CREATE TABLE reader_report_salt (
        message_id uuid PRIMARY KEY REFERENCES message,
        salt bytea NOT NULL,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX reader_report_salt_made ON reader_report_salt (made_at);

      CREATE TABLE reader_report (
        id uuid PRIMARY KEY,
        message_id uuid NOT NULL REFERENCES message,
        reporter_id uuid REFERENCES reporter,
        address_hash bytea,
        reason text NOT NULL CHECK (reason ~ '^[a-z]+(-[a-z]+)*$'),
        words text,
        received_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('upheld', 'dismissed')),
        decided_by uuid REFERENCES officer,
        decided_at timestamptz,
        CHECK ((outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX reader_report_once_by_address ON reader_report (message_id, address_hash) WHERE address_hash IS NOT NULL;
      CREATE UNIQUE INDEX reader_report_once_by_reporter ON reader_report (message_id, reporter_id) WHERE reporter_id IS NOT NULL;
      CREATE INDEX reader_report_open ON reader_report (message_id) WHERE outcome IS NULL;
      CREATE INDEX reader_report_of ON reader_report (reporter_id) WHERE reporter_id IS NOT NULL;

      -- A mute that was lifted stays: it is the record of both.
      CREATE TABLE reporter_mute (
        id uuid PRIMARY KEY,
        reporter_id uuid NOT NULL REFERENCES reporter,
        department_id uuid NOT NULL REFERENCES department,
        why text NOT NULL,
        muted_by uuid NOT NULL REFERENCES officer,
        muted_at timestamptz NOT NULL,
        lifted_by uuid REFERENCES officer,
        lifted_at timestamptz,
        CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
      );
      CREATE UNIQUE INDEX reporter_mute_in_force ON reporter_mute (reporter_id, department_id) WHERE lifted_at IS NULL;

      CREATE UNLOGGED TABLE moderation_claim (
        message_id uuid PRIMARY KEY,
        officer_id uuid NOT NULL,
        since timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX moderation_claim_officer ON moderation_claim (officer_id);

      CREATE TABLE moderator_setting (
        officer_id uuid PRIMARY KEY REFERENCES officer,
        covers_distressing boolean NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE moderator_setting, moderation_claim, reporter_mute, reader_report, reader_report_salt, reporter;
    `);
  }
}
