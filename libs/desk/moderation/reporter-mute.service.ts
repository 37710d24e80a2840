import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ReporterMuteView } from '#contracts/reader-reports.http.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { type ReporterMuteRow, reporterMuteView } from './reporter-mute.view.js';

interface Muting {
  reporterId: string;
  departmentId: string;
}

/** A reporter who is muted in a department is not heard there; what they report is kept and counts again once it is lifted. */
@Injectable()
export class ReporterMuteService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    private readonly departments: ReadableDepartments,
  ) {}

  /** Those in force, the latest first. */
  async all(actor: Actor, department: string | undefined): Promise<ReporterMuteView[]> {
    const departmentIds = await this.departments.idsOf(actor, department, ['moderator']);
    const rows: ReporterMuteRow[] = await this.dataSource.query(MUTES, [departmentIds]);
    return rows.map(reporterMuteView);
  }

  /** Whoever sent this report, in the department of its message. Muted already it stays as it was. */
  async mute(actor: Actor, { reportId, why }: { reportId: string; why: string }): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      const muting = await reporterOf(tx, actor, reportId);
      const [id, at] = [uuidv7(), this.clock.now()];
      const made: unknown[] = await tx.query(
        `INSERT INTO reporter_mute (id, reporter_id, department_id, why, muted_by, muted_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, muting.reporterId, muting.departmentId, why, actor.officerId, at],
      );
      if (made.length > 0) await recordMuting(tx, { type: 'reporter.muted', actor, muting, at });
    });
    this.nudge.nudge();
  }

  async lift(actor: Actor, muteId: string): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      const [muting]: Muting[] = await tx.query(
        `SELECT reporter_id AS "reporterId", department_id AS "departmentId" FROM reporter_mute WHERE id = $1 AND lifted_at IS NULL FOR UPDATE`,
        [muteId],
      );
      if (!muting) throw notFound();
      assertModerates(actor, muting.departmentId);
      const at = this.clock.now();
      await tx.query('UPDATE reporter_mute SET lifted_by = $2, lifted_at = $3 WHERE id = $1', [
        muteId,
        actor.officerId,
        at,
      ]);
      await recordMuting(tx, { type: 'reporter.unmuted', actor, muting, at });
    });
    this.nudge.nudge();
  }
}

const MUTES = `
  SELECT u.id, d.slug, d.name_en AS "nameEn", d.name_zh AS "nameZh", u.why, o.name AS "mutedBy", u.muted_at AS "mutedAt",
    (SELECT count(*)::int FROM reader_report r JOIN message m ON m.id = r.message_id JOIN conversation c ON c.id = m.conversation_id
      WHERE r.reporter_id = u.reporter_id AND c.department_id = u.department_id) AS reports
  FROM reporter_mute u JOIN department d ON d.id = u.department_id JOIN officer o ON o.id = u.muted_by
  WHERE u.lifted_at IS NULL AND u.department_id = ANY($1::uuid[]) ORDER BY u.muted_at DESC, u.id LIMIT 200`;

async function reporterOf(tx: Tx, actor: Actor, reportId: string): Promise<Muting> {
  const [found]: { reporterId: string | null; departmentId: string }[] = await tx.query(
    `SELECT r.reporter_id AS "reporterId", c.department_id AS "departmentId" FROM reader_report r
     JOIN message m ON m.id = r.message_id JOIN conversation c ON c.id = m.conversation_id WHERE r.id = $1`,
    [reportId],
  );
  if (!found) throw notFound();
  assertModerates(actor, found.departmentId);
  const { reporterId, departmentId } = found;
  if (reporterId) return { reporterId, departmentId };
  throw new Refusal('wrong-state', { detail: 'Nothing connects this reader with other reports: nobody can be muted.' });
}

function assertModerates(actor: Actor, departmentId: string): void {
  const facts = { departmentId, officerId: null };
  if (!mayOn(actor, 'read', facts)) throw notFound();
  if (!mayOn(actor, 'moderate', facts)) throw new Refusal('forbidden');
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such report.' });

async function recordMuting(
  tx: Tx,
  { type, actor, muting, at }: { type: 'reporter.muted' | 'reporter.unmuted'; actor: Actor; muting: Muting; at: Date },
): Promise<void> {
  const { reporterId, departmentId } = muting;
  const where = { conversationId: null, departmentId, version: null };
  await record(tx, [{ type, ...where, actor: byOfficer(actor), payload: { reporterId }, at }]);
}
