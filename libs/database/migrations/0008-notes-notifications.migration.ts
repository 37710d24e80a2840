import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes with their earlier texts, canned replies, notifications with their mail, and how long a reply a channel takes. */
export class NotesNotifications1795000000008 implements MigrationInterface {
  name = 'NotesNotifications1795000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE channel ADD COLUMN reply_limit integer CHECK (reply_limit > 0);
      ALTER TABLE officer ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'zh'));

      CREATE TABLE note (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        officer_id uuid NOT NULL REFERENCES officer,
        body text NOT NULL,
        mentions uuid[] NOT NULL,
        version integer NOT NULL,
        written_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by uuid REFERENCES officer,
        CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
        CHECK (deleted_at IS NULL OR body = '')
      );
      CREATE INDEX note_conversation ON note (conversation_id, written_at, id);
      CREATE TABLE note_version (
        note_id uuid NOT NULL REFERENCES note,
        number integer NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (note_id, number)
      );

      CREATE TABLE canned_reply (
        id uuid PRIMARY KEY,
        department_id uuid REFERENCES department,
        owner_id uuid REFERENCES officer,
        title text NOT NULL,
        shortcut text CHECK (shortcut = lower(shortcut)),
        language text NOT NULL CHECK (language IN ('en', 'zh')),
        body text NOT NULL,
        version integer NOT NULL,
        used_count integer NOT NULL DEFAULT 0,
        used_at timestamptz,
        edited_by uuid NOT NULL REFERENCES officer,
        edited_at timestamptz NOT NULL,
        archived_at timestamptz,
        CHECK ((department_id IS NULL) <> (owner_id IS NULL))
      );
      CREATE UNIQUE INDEX canned_reply_shortcut ON canned_reply (coalesce(department_id, owner_id), shortcut)
        WHERE shortcut IS NOT NULL AND archived_at IS NULL;
      CREATE INDEX canned_reply_department ON canned_reply (department_id) WHERE archived_at IS NULL;
      CREATE INDEX canned_reply_owner ON canned_reply (owner_id) WHERE archived_at IS NULL;
      CREATE TABLE canned_reply_version (
        canned_reply_id uuid NOT NULL REFERENCES canned_reply,
        number integer NOT NULL,
        title text NOT NULL,
        shortcut text,
        language text NOT NULL,
        body text NOT NULL,
        edited_by uuid NOT NULL REFERENCES officer,
        edited_at timestamptz NOT NULL,
        PRIMARY KEY (canned_reply_id, number)
      );

      CREATE TABLE digest (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES officer,
        claimed_at timestamptz NOT NULL,
        next_try_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        off_hash bytea UNIQUE,
        ended_at timestamptz,
        outcome text CHECK (outcome IN ('sent', 'nothing-left', 'given-up')),
        CHECK ((ended_at IS NULL) = (outcome IS NULL))
      );
      CREATE INDEX digest_open ON digest (next_try_at) WHERE ended_at IS NULL;
      CREATE INDEX digest_officer ON digest (officer_id, claimed_at DESC);
      CREATE TABLE digest_setting (
        officer_id uuid PRIMARY KEY REFERENCES officer,
        is_on boolean NOT NULL,
        after_minutes integer NOT NULL CHECK (after_minutes BETWEEN 5 AND 1440)
      );
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES officer,
        kind text NOT NULL,
        kinds text[] NOT NULL,
        count integer NOT NULL,
        conversation_id uuid,
        bulk_id uuid,
        actor_kind text NOT NULL CHECK (actor_kind IN ('citizen', 'officer', 'system')),
        actor_id uuid,
        at timestamptz NOT NULL,
        read_at timestamptz,
        mail_due_at timestamptz,
        digest_id uuid REFERENCES digest
      );
      CREATE UNIQUE INDEX notification_line ON notification (officer_id, conversation_id)
        WHERE read_at IS NULL AND kind <> 'mentioned';
      CREATE INDEX notification_recent ON notification (officer_id, at DESC, id DESC);
      CREATE INDEX notification_unread ON notification (officer_id, at DESC, id DESC) WHERE read_at IS NULL;
      CREATE INDEX notification_read ON notification (read_at) WHERE read_at IS NOT NULL;
      CREATE INDEX notification_mail_due ON notification (mail_due_at) WHERE mail_due_at IS NOT NULL AND read_at IS NULL;
      CREATE INDEX notification_digest ON notification (digest_id) WHERE digest_id IS NOT NULL;
      CREATE TABLE notification_source (
        event_id uuid NOT NULL,
        officer_id uuid NOT NULL,
        PRIMARY KEY (event_id, officer_id)
      );
      CREATE TABLE notification_setting (
        officer_id uuid NOT NULL REFERENCES officer,
        kind text NOT NULL,
        in_app boolean NOT NULL,
        browser boolean NOT NULL,
        mail boolean NOT NULL,
        PRIMARY KEY (officer_id, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notification_setting, notification_source, notification, digest_setting, digest,
        canned_reply_version, canned_reply, note_version, note;
      ALTER TABLE officer DROP COLUMN language;
      ALTER TABLE channel DROP COLUMN reply_limit;
    `);
  }
}
