import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UndoSetting, UndoSettingView } from '#contracts/replies.http.js';
import { Department } from '#database/entities/department.entity.js';
import { transaction } from '#database/transaction.js';
import { type Actor, belongsTo, holds, isAdministrator } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, record } from '../conversations/conversation-record.js';

/** The last change of a department's setting, from the record; answered by an index of its own. */
const LAST_CHANGE = `
  SELECT e.at, o.name AS "officerName", (e.payload ->> 'from')::int AS "from"
  FROM conversation_event e JOIN officer o ON o.id = e.actor_id
  WHERE e.type = 'undo-setting.changed' AND e.department_id = $1 ORDER BY e.at DESC LIMIT 1`;

type Change = { at: Date; officerName: string; from: number };

/** How long the replies of a department wait before they leave. Those that wait already keep their time. */
@Injectable()
export class UndoSettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  async read(actor: Actor, slug: string): Promise<UndoSettingView> {
    const { id, undoSeconds } = await this.department(actor, slug);
    const [change]: Change[] = await this.dataSource.query(LAST_CHANGE, [id]);
    return { undoSeconds, changed: change ? { ...change, at: change.at.toISOString() } : null };
  }

  /** What is there already is not changed again, and nobody is named for it. */
  async write(actor: Actor, slug: string, { undoSeconds }: UndoSetting): Promise<UndoSettingView> {
    const { id } = await this.department(actor, slug);
    if (!holds(actor, 'supervisor', id) && !isAdministrator(actor))
      throw new Refusal('forbidden', { detail: 'Only supervisors and administrators change this.' });
    await transaction(this.dataSource, async (tx) => {
      const before = await tx.findOneOrFail(Department, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (before.undoSeconds === undoSeconds) return;
      await tx.update(Department, { id }, { undoSeconds });
      const payload = { from: before.undoSeconds, to: undoSeconds };
      const [actedBy, at] = [byOfficer(actor), this.clock.now()];
      const fact = { conversationId: null, departmentId: id, version: null, actor: actedBy, payload, at };
      await record(tx, [{ type: 'undo-setting.changed', ...fact }]);
    });
    this.nudge.nudge();
    return this.read(actor, slug);
  }

  private async department(actor: Actor, slug: string): Promise<Department> {
    const department = await this.dataSource.getRepository(Department).findOneBy({ slug });
    if (department && belongsTo(actor, department.id)) return department;
    throw new Refusal('not-found', { detail: 'There is no such department.' });
  }
}
