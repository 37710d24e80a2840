import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Working calendars by version, and which department followed which one since when: what a deadline was computed under
 * can be computed again. A version is never edited; the database itself sees to that.
 */
export class Calendars1795000000013 implements MigrationInterface {
  name = 'Calendars1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name_en text NOT NULL,
        name_zh text NOT NULL,
        version integer NOT NULL,
        is_for_all boolean NOT NULL,
        created_at timestamptz NOT NULL,
        archived_at timestamptz,
        archived_by uuid REFERENCES officer
      );
      CREATE TABLE calendar_version (
        calendar_id uuid NOT NULL REFERENCES calendar,
        version integer NOT NULL CHECK (version > 0),
        time_zone text NOT NULL,
        weekly jsonb NOT NULL,
        holidays jsonb,
        days jsonb NOT NULL,
        why text NOT NULL,
        created_by uuid REFERENCES officer,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (calendar_id, version)
      );
      ALTER TABLE department ADD COLUMN calendar_id uuid REFERENCES calendar;
      CREATE INDEX department_calendar ON department (calendar_id) WHERE calendar_id IS NOT NULL;
      CREATE TABLE calendar_assignment (
        department_id uuid NOT NULL REFERENCES department,
        assigned_at timestamptz NOT NULL,
        calendar_id uuid REFERENCES calendar,
        assigned_by uuid REFERENCES officer,
        PRIMARY KEY (department_id, assigned_at)
      );

      CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a row of % is never edited', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER calendar_version_stays BEFORE UPDATE ON calendar_version
        FOR EACH ROW EXECUTE FUNCTION refuse_edit();
      CREATE TRIGGER calendar_assignment_stays BEFORE UPDATE ON calendar_assignment
        FOR EACH ROW EXECUTE FUNCTION refuse_edit();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE calendar_assignment;
      ALTER TABLE department DROP COLUMN calendar_id;
      DROP TABLE calendar_version, calendar;
      DROP FUNCTION refuse_edit();
    `);
  }
}
