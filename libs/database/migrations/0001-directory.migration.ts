import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, the officers who work in them, the officials who sign, and sessions. */
export class Directory1795000000001 implements MigrationInterface {
  name = 'Directory1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE department (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        reference_prefix text NOT NULL CHECK (reference_prefix ~ '^[A-Z]{2,6}$'),
        name_en text NOT NULL,
        name_zh text NOT NULL,
        time_zone text NOT NULL,
        answer_within_hours integer CHECK (answer_within_hours > 0),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE officer (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        capacity integer NOT NULL DEFAULT 10 CHECK (capacity >= 0),
        is_active boolean NOT NULL DEFAULT true,
        is_available boolean NOT NULL DEFAULT true,
        seen_at timestamptz,
        last_assigned_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX officer_email ON officer (lower(email));
      CREATE TABLE role_grant (
        officer_id uuid NOT NULL REFERENCES officer,
        role text NOT NULL CHECK (role IN ('officer', 'moderator', 'reviewer', 'supervisor', 'press', 'administrator')),
        department_id uuid REFERENCES department,
        UNIQUE NULLS NOT DISTINCT (officer_id, role, department_id),
        CHECK (department_id IS NOT NULL OR role = 'administrator')
      );
      CREATE INDEX role_grant_department ON role_grant (department_id, role);
      CREATE TABLE official (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department,
        name_en text NOT NULL,
        name_zh text NOT NULL,
        title_en text NOT NULL,
        title_zh text NOT NULL
      );
      CREATE INDEX official_department ON official (department_id);
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        officer_id uuid NOT NULL REFERENCES officer,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_officer ON session (officer_id);
      CREATE INDEX session_expiry ON session (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session, official, role_grant, officer, department');
  }
}
