import type { DataSource } from 'typeorm';
import { forgetRollups, rollUpBatch } from '#desk/oversight/measuring/rebuild-figures.js';
import { SKETCH_ERROR } from '#desk/oversight/sketch.js';

const GAMMA = 1 + (2 * SKETCH_ERROR) / (1 - SKETCH_ERROR);

/** As the due work would have measured them, one after the other; by the bins of the sketches' own logarithm. */
const MEASUREMENTS = `
  WITH answered AS (
    SELECT c.*, d.time_zone, hashtext(c.id::text) AS draw,
      (extract(epoch FROM c.first_answered_at - c.opened_at) * 1000)::bigint AS ms
    FROM conversation c JOIN department d ON d.id = c.department_id WHERE c.first_answered_at IS NOT NULL
  ), measured AS (
    SELECT a.*, m.measure, m.ms AS lasted FROM answered a
    CROSS JOIN LATERAL (VALUES ('first-answer', ms), ('resolution', ms), ('acknowledged', ms / 3)) AS m (measure, ms)
  ), ended AS (
    SELECT *, opened_at + lasted * interval '1 millisecond' AS ended_at FROM measured
  )
  INSERT INTO measurement (conversation_id, measure, ordinal, department_id, channel_id, language, priority, class_code,
    officer_id, register, started_at, ended_at, ended_on, ended_hour, calendar_ms, working_ms, calendar_bin, working_bin, is_within)
  SELECT id, measure, 1, department_id, channel_id, 'zh', priority, class_code, officer_id,
    CASE WHEN measure = 'acknowledged' THEN NULL WHEN draw % 5 = 0 THEN 'letter' ELSE 'reply' END, opened_at, ended_at,
    (ended_at AT TIME ZONE time_zone)::date, extract(hour FROM ended_at AT TIME ZONE time_zone), lasted, lasted / 4,
    ceil(ln(greatest(lasted, 1)::float8) / ln($1::float8)), ceil(ln(greatest(lasted / 4, 1)::float8) / ln($1::float8)),
    CASE WHEN measure = 'resolution' THEN NULL ELSE lasted < 432000000 END
  FROM ended`;

/**
 * A desk that answers after twenty days, which is the mean of real messages, has what came in twenty days open: of a
 * million in three years 18,000. The older ones are answered here, at any time since, and not all of them at this moment.
 */
const KEEPS_UP = `
  UPDATE conversation SET status = 'answered', waiting_since = NULL,
    first_answered_at = opened_at + interval '1 minute'
      * (abs(hashtext(id::text)) % least(57600, floor(extract(epoch FROM now() - opened_at) / 60)::int)),
    officer_id = coalesce(officer_id, (SELECT officer_id FROM role_grant g WHERE g.department_id = conversation.department_id LIMIT 1))
  WHERE waiting_since < now() - interval '20 days'`;

/** What years of a desk have left behind: the measurements of all answers, and their rollups. */
export async function fillMeasurements(dataSource: DataSource): Promise<void> {
  await dataSource.query(KEEPS_UP);
  await dataSource.query(MEASUREMENTS, [GAMMA]);
  await dataSource.query('VACUUM (ANALYZE) measurement, conversation');
  await forgetRollups(dataSource);
  const today = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
  while ((await rollUpBatch(dataSource, today)) > 0);
  await dataSource.query('DELETE FROM unmeasured_department');
  await dataSource.query('VACUUM (ANALYZE) rollup, stale_rollup');
}
