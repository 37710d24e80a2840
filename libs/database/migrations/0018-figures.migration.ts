import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is measured of conversations, and the rollups over it. Both are derived: whatever is in their tables can be made
 * again. `unmeasured_event`: what happened to a conversation, from its delivery until it is measured. `stale_rollup`: of
 * which days and months the rollups are behind; until they are made anew the figures are read from the measurements.
 * The rollups of the whole desk stand under the nil id. Everything that there is begins unmeasured.
 */
export class Figures1795000000018 implements MigrationInterface {
  name = 'Figures1795000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE measurement (
        conversation_id uuid NOT NULL,
        measure text NOT NULL,
        ordinal integer NOT NULL CHECK (ordinal > 0),
        department_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        language text NOT NULL,
        priority text NOT NULL,
        class_code text,
        officer_id uuid,
        register text CHECK (register IN ('reply', 'letter')),
        started_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        ended_on date NOT NULL,
        ended_hour smallint NOT NULL,
        calendar_ms bigint,
        working_ms bigint,
        calendar_bin integer,
        working_bin integer,
        is_within boolean,
        PRIMARY KEY (conversation_id, measure, ordinal)
      );
      CREATE INDEX measurement_ended ON measurement (department_id, measure, ended_on);
      CREATE TABLE rollup (
        department_id uuid NOT NULL,
        measure text NOT NULL,
        dimension text NOT NULL,
        level text NOT NULL CHECK (level IN ('day', 'month')),
        starts_on date NOT NULL,
        counts bytea NOT NULL,
        calendar bytea NOT NULL,
        working bytea NOT NULL,
        PRIMARY KEY (department_id, measure, dimension, level, starts_on)
      );
      CREATE TABLE stale_rollup (
        department_id uuid NOT NULL,
        level text NOT NULL,
        starts_on date NOT NULL,
        times integer NOT NULL DEFAULT 1,
        PRIMARY KEY (level, starts_on, department_id)
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
      CREATE TABLE unmeasured_event (
        event_id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
      CREATE TABLE unmeasured_department (
        department_id uuid PRIMARY KEY,
        after_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
        ended_since timestamptz NOT NULL DEFAULT '-infinity'
      );
      CREATE TABLE figure_rebuild (
        scope text PRIMARY KEY,
        last_id uuid NOT NULL,
        looked integer NOT NULL,
        differing integer NOT NULL
      );
      INSERT INTO unmeasured_department (department_id)
        SELECT id FROM department d WHERE EXISTS (SELECT 1 FROM conversation c WHERE c.department_id = d.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE figure_rebuild, unmeasured_department, unmeasured_event, stale_rollup, rollup, measurement',
    );
  }
}
