import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Channels with their keys, citizens, conversations with their messages, and the event record with its outbox. The hot
 * tables have no foreign keys to departments and channels, which are never deleted: each check would lock the same few
 * rows for every message, and concurrent commits would pay for it; nor among rows that one statement writes together.
 */
export class Conversations1795000000002 implements MigrationInterface {
  name = 'Conversations1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        kind text NOT NULL CHECK (kind IN ('web', 'api', 'import')),
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE channel_key (
        id uuid PRIMARY KEY,
        channel_id uuid NOT NULL REFERENCES channel,
        key_hash bytea NOT NULL UNIQUE,
        label text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz
      );
      CREATE TABLE citizen (
        id uuid PRIMARY KEY,
        channel_id uuid NOT NULL REFERENCES channel,
        external_id text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (channel_id, external_id)
      );
      CREATE TABLE conversation (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        department_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        citizen_id uuid NOT NULL REFERENCES citizen,
        status text NOT NULL CHECK (status IN ('received', 'held', 'queued', 'assigned', 'answered', 'closed')),
        officer_id uuid REFERENCES officer,
        title text,
        excerpt text NOT NULL,
        language text NOT NULL,
        version integer NOT NULL,
        tracking_hash bytea,
        opened_at timestamptz NOT NULL,
        last_message_at timestamptz NOT NULL,
        waiting_since timestamptz,
        answer_due_at timestamptz,
        first_answered_at timestamptz,
        CHECK ((status = 'assigned') <= (officer_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX conversation_tracking ON conversation (tracking_hash) WHERE tracking_hash IS NOT NULL;
      CREATE INDEX conversation_recent ON conversation (department_id, last_message_at DESC, id DESC);
      CREATE INDEX conversation_status_recent ON conversation (department_id, status, last_message_at DESC, id DESC);
      CREATE INDEX conversation_open ON conversation (department_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status IN ('queued', 'assigned');
      CREATE INDEX conversation_queued ON conversation (department_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'queued';
      CREATE INDEX conversation_mine ON conversation (officer_id, (coalesce(answer_due_at, 'infinity')), id)
        WHERE status = 'assigned';
      CREATE INDEX conversation_waiting ON conversation (department_id, waiting_since) WHERE waiting_since IS NOT NULL;
      CREATE INDEX conversation_answered ON conversation (department_id, first_answered_at, id) INCLUDE (opened_at, channel_id)
        WHERE first_answered_at IS NOT NULL;
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        channel_id uuid NOT NULL,
        external_id text NOT NULL,
        citizen_id uuid NOT NULL REFERENCES citizen,
        author_name text NOT NULL,
        title text,
        body text NOT NULL,
        body_digest bytea NOT NULL,
        language text NOT NULL,
        visibility text NOT NULL CHECK (visibility IN ('public', 'pseudonym', 'department')),
        state text NOT NULL DEFAULT 'screening' CHECK (state IN ('screening', 'held', 'visible', 'redacted', 'hidden')),
        posted_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        UNIQUE (channel_id, external_id)
      );
      CREATE INDEX message_conversation ON message (conversation_id, posted_at, id);
      CREATE INDEX message_repeats ON message (citizen_id, body_digest);
      CREATE INDEX message_screening ON message (received_at) WHERE state = 'screening';
      CREATE INDEX message_held ON message (received_at, id) WHERE state = 'held';
      CREATE TABLE conversation_event (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        conversation_id uuid,
        department_id uuid,
        letter_id uuid,
        version integer,
        actor_kind text NOT NULL CHECK (actor_kind IN ('citizen', 'officer', 'system')),
        actor_id uuid,
        payload jsonb NOT NULL,
        request_id text,
        at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX conversation_event_history ON conversation_event (conversation_id, version)
        WHERE conversation_id IS NOT NULL;
      CREATE TABLE undelivered_event (
        event_id uuid PRIMARY KEY
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE undelivered_event, conversation_event, message, conversation, citizen, channel_key, channel',
    );
  }
}
