import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import { CannedReply } from '#database/entities/canned-reply.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { postgresCodeOf, type Tx, transaction } from '#database/transaction.js';
import { cannedReplyLimit } from '#domain/canned-replies/canned-reply.limits.js';
import { mayOnCannedReply } from '#domain/canned-replies/canned-reply.permissions.js';
import { type Actor, belongsTo } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { cannedReply } from './canned-reply.queries.js';
import { cannedReplyView } from './canned-reply.view.js';

export type CannedText = Pick<CannedReply, 'title' | 'shortcut' | 'language' | 'body'>;

export interface WriteCannedReply extends CannedText {
  /** Made by the console: the same one again is the same canned reply. */
  id: string;
  /** A slug; null for one's own. */
  department: string | null;
}

interface SeenCannedReply {
  id: string;
  version: number;
}

const UNIQUE_VIOLATION = '23505';

/** Texts that are written once and used often. Every earlier text is kept. */
@Injectable()
export class CannedReplyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  write(actor: Actor, { id, department, ...text }: WriteCannedReply): Promise<CannedReplyView> {
    return this.act(actor, async (tx) => {
      const place = await placeOf(tx, actor, department);
      assertMayEdit(actor, place);
      const earlier = await tx.findOneBy(CannedReply, { id });
      if (earlier) return again(earlier, actor);
      await assertRoom(tx, place);
      const edit = { editedBy: actor.officerId, editedAt: this.clock.now() };
      await tx.insert(CannedReply, { id, ...place, ...text, ...edit, version: 1 });
      return id;
    });
  }

  edit(actor: Actor, { id, version, ...text }: SeenCannedReply & CannedText): Promise<CannedReplyView> {
    return this.act(actor, async (tx) => {
      const reply = await lockSeen(tx, actor, { id, version });
      const edit = { editedBy: actor.officerId, editedAt: this.clock.now() };
      await keepVersion(tx, id);
      await tx.update(CannedReply, { id }, { ...text, ...edit, version: reply.version + 1 });
      return id;
    });
  }

  /** No longer offered; what was sent with it stays as it was sent. */
  archive(actor: Actor, seen: SeenCannedReply): Promise<CannedReplyView> {
    return this.setArchived(actor, seen, this.clock.now());
  }

  /** Takes the archiving back. Throws `invalid` where its shortcut has been given away meanwhile. */
  restore(actor: Actor, seen: SeenCannedReply): Promise<CannedReplyView> {
    return this.setArchived(actor, seen, null);
  }

  /** Counts that it was inserted; whoever may use it may. */
  async used(actor: Actor, id: string): Promise<void> {
    const reply = await this.dataSource.manager.findOneBy(CannedReply, { id });
    if (!reply || !mayOnCannedReply(actor, 'use', reply)) throw missing();
    await this.dataSource.query('UPDATE canned_reply SET used_count = used_count + 1, used_at = $2 WHERE id = $1', [
      id,
      this.clock.now(),
    ]);
  }

  private setArchived(actor: Actor, seen: SeenCannedReply, archivedAt: Date | null): Promise<CannedReplyView> {
    return this.act(actor, async (tx) => {
      const reply = await lockSeen(tx, actor, seen);
      if (reply.archivedAt && !archivedAt) await assertRoom(tx, reply);
      await tx.update(CannedReply, { id: seen.id }, { archivedAt, version: reply.version + 1 });
      return seen.id;
    });
  }

  private async act(actor: Actor, verb: (tx: Tx) => Promise<string>): Promise<CannedReplyView> {
    try {
      return await transaction(this.dataSource, async (tx) => {
        const row = await cannedReply(tx, await verb(tx));
        if (!row) throw missing();
        return cannedReplyView(row, actor);
      });
    } catch (error) {
      if (postgresCodeOf(error) !== UNIQUE_VIOLATION) throw error;
      const reason = 'is taken by another canned reply here';
      throw new Refusal('invalid', { detail: `The shortcut ${reason}.`, errors: [{ field: 'shortcut', reason }] });
    }
  }
}

type Place = Pick<CannedReply, 'departmentId' | 'ownerId'>;

async function placeOf(tx: Tx, actor: Actor, slug: string | null): Promise<Place> {
  if (slug === null) return { departmentId: null, ownerId: actor.officerId };
  const department = await tx.findOneBy(Department, { slug });
  if (department && belongsTo(actor, department.id)) return { departmentId: department.id, ownerId: null };
  throw new Refusal('not-found', { detail: 'There is no such department.' });
}

/** Whose they are is locked, so that two that are written at once do not both take the last place. */
async function assertRoom(tx: Tx, place: Place): Promise<void> {
  const { departmentId, ownerId } = place;
  const [whose, column, id] = departmentId
    ? ['department', 'department_id', departmentId]
    : ['officer', 'owner_id', ownerId];
  await tx.query(`SELECT 1 FROM ${whose} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  const [{ offered } = { offered: 0 }]: { offered: number }[] = await tx.query(
    `SELECT count(*)::int AS offered FROM canned_reply WHERE ${column} = $1 AND archived_at IS NULL`,
    [id],
  );
  const limit = cannedReplyLimit(place);
  if (offered < limit) return;
  throw new Refusal('limit-reached', {
    detail: `There can be ${limit} canned replies here. Archive one that is no longer used.`,
    current: { limit },
  });
}

function assertMayEdit(actor: Actor, place: Place): void {
  if (mayOnCannedReply(actor, 'edit', place)) return;
  throw new Refusal('forbidden', { detail: 'The supervisors of a department write its canned replies.' });
}

async function lockSeen(tx: Tx, actor: Actor, { id, version }: SeenCannedReply): Promise<CannedReply> {
  const reply = await tx.findOne(CannedReply, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!reply || !mayOnCannedReply(actor, 'use', reply)) throw missing();
  assertMayEdit(actor, reply);
  if (reply.version === version) return reply;
  throw new Refusal('stale-version', {
    detail: 'The canned reply has changed since you looked at it.',
    current: { version: reply.version },
  });
}

async function keepVersion(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `INSERT INTO canned_reply_version (canned_reply_id, number, title, shortcut, language, body, edited_by, edited_at)
     SELECT id, version, title, shortcut, language, body, edited_by, edited_at FROM canned_reply WHERE id = $1`,
    [id],
  );
}

function again(earlier: CannedReply, actor: Actor): string {
  if (earlier.editedBy === actor.officerId && earlier.version === 1) return earlier.id;
  throw new Refusal('invalid', { errors: [{ field: 'id', reason: 'is taken' }] });
}

function missing(): Refusal {
  return new Refusal('not-found', { detail: 'There is no such canned reply.' });
}
