import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createTagSchema, editTagSchema, TagView } from '#contracts/triage.http.js';
import { Tag } from '#database/entities/tag.entity.js';
import { postgresCodeOf, type Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { mayOnTags } from '#domain/triage/tag.permissions.js';
import { TAGS_IN_DEPARTMENT_LIMIT, tagNow } from '#domain/triage/tags.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { tagView } from './tag.view.js';
import { tagsOf } from './tagging.service.js';
import { TriageAct } from './triage-act.js';

export interface SeenTag {
  tagId: string;
  /** The version that the supervisor was looking at. */
  version: number;
}

type TagPatch = Partial<Pick<Tag, 'nameEn' | 'nameZh' | 'colour' | 'archivedAt' | 'mergedIntoId'>>;
type TagChange = 'made' | 'edited' | 'archived' | 'restored' | 'merged' | 'parted';

/** The tags of a department. None is ever deleted: conversations and histories go on naming it. */
@Injectable()
export class TagService {
  constructor(
    private readonly act: TriageAct,
    private readonly departments: ReadableDepartments,
  ) {}

  /** The same id again answers with the tag as it is. */
  async create(actor: Actor, { id, department, name, colour }: z.infer<typeof createTagSchema>): Promise<TagView> {
    const [departmentId = ''] = await this.departments.idsOf(actor, department);
    assertMayEdit(actor, departmentId);
    return this.write(actor, async (tx, at) => {
      // The same one pressed twice comes one after the other.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tags: ${departmentId}`]);
      const tags = await tagsOf(tx, departmentId);
      const earlier = tags.get(id);
      if (earlier) return earlier;
      const used = [...tags.values()].filter((tag) => tag.archivedAt === null && tag.mergedIntoId === null);
      if (used.length >= TAGS_IN_DEPARTMENT_LIMIT)
        throw refusal('department', `has ${TAGS_IN_DEPARTMENT_LIMIT} tags already`);
      const none = { version: 1, archivedAt: null, mergedIntoId: null };
      const tag: Tag = { id, departmentId, nameEn: name.en, nameZh: name.zh, colour, ...none, createdAt: at };
      await tx.insert(Tag, tag);
      await recordChange(tx, actor, { tag, change: 'made', at });
      return tag;
    });
  }

  edit(actor: Actor, { tagId, version, name, colour }: SeenTag & z.infer<typeof editTagSchema>): Promise<TagView> {
    const patch = { nameEn: name.en, nameZh: name.zh, colour };
    return this.change(actor, { tagId, version }, { change: 'edited', patchOf: () => patch });
  }

  /** No longer to be put on; where it is, it stays. */
  archive(actor: Actor, seen: SeenTag): Promise<TagView> {
    return this.change(actor, seen, {
      change: 'archived',
      patchOf: (tag, _, at) => {
        if (tag.mergedIntoId !== null) throw wrongState(tag);
        return { archivedAt: tag.archivedAt ?? at };
      },
    });
  }

  restore(actor: Actor, seen: SeenTag): Promise<TagView> {
    return this.change(actor, seen, { change: 'restored', patchOf: () => ({ archivedAt: null }) });
  }

  /** From now on it is the other tag, wherever it was put on. Nothing on a conversation changes, so it can be taken back exactly. */
  merge(actor: Actor, { intoId, ...seen }: SeenTag & { intoId: string }): Promise<TagView> {
    return this.change(actor, seen, {
      change: 'merged',
      patchOf: (tag, byId) => {
        const into = byId.get(intoId);
        if (!into || into.mergedIntoId !== null || into.archivedAt !== null)
          throw refusal('intoId', 'is not a tag that this department uses');
        if (tagNow(byId, into.id)?.id === tag.id) throw refusal('intoId', 'is the same tag');
        if (tag.mergedIntoId !== null) throw wrongState(tag);
        return { mergedIntoId: intoId, archivedAt: null };
      },
    });
  }

  /** Takes a merge back. */
  part(actor: Actor, seen: SeenTag): Promise<TagView> {
    return this.change(actor, seen, { change: 'parted', patchOf: () => ({ mergedIntoId: null }) });
  }

  private change(
    actor: Actor,
    { tagId, version }: SeenTag,
    {
      change,
      patchOf,
    }: { change: TagChange; patchOf: (tag: Tag, byId: ReadonlyMap<string, Tag>, at: Date) => TagPatch },
  ): Promise<TagView> {
    return this.write(actor, async (tx, at) => {
      const found = await tx.findOneBy(Tag, { id: tagId });
      if (!found || !mayOnTags(actor, 'read', found.departmentId))
        throw new Refusal('not-found', { detail: 'There is no such tag.' });
      assertMayEdit(actor, found.departmentId);
      const byId = await lockTags(tx, found.departmentId);
      const tag = byId.get(tagId) ?? found;
      if (tag.version !== version) throw stale(tag);
      const patch = patchOf(tag, byId, at);
      const changed = { ...tag, ...patch, version: tag.version + 1 };
      await tx.update(Tag, { id: tag.id }, { ...patch, version: changed.version });
      await recordChange(tx, actor, { tag: changed, change, at });
      return changed;
    });
  }

  private async write(actor: Actor, work: (tx: Tx, at: Date) => Promise<Tag>): Promise<TagView> {
    const tag = await this.act.run(work).catch(nameTaken);
    const department = (await this.departments.of(actor)).find(({ id }) => id === tag.departmentId);
    return tagView(tag, department?.slug ?? '');
  }
}

/** All of a department's: two merges at once could otherwise close a circle. */
async function lockTags(tx: Tx, departmentId: string): Promise<Map<string, Tag>> {
  const tags = await tx.find(Tag, {
    where: { departmentId },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return new Map(tags.map((tag) => [tag.id, tag]));
}

async function recordChange(
  tx: Tx,
  actor: Actor,
  { tag, change, at }: { tag: Tag; change: TagChange; at: Date },
): Promise<void> {
  const { id, departmentId, nameEn, nameZh, colour, mergedIntoId } = tag;
  await record(tx, [
    {
      type: 'tag.changed',
      conversationId: null,
      departmentId,
      version: null,
      actor: byOfficer(actor),
      payload: { tagId: id, change, name: { en: nameEn, zh: nameZh }, colour, ...(mergedIntoId && { mergedIntoId }) },
      at,
    },
  ]);
}

function assertMayEdit(actor: Actor, departmentId: string): void {
  if (mayOnTags(actor, 'edit', departmentId)) return;
  throw new Refusal('forbidden', { detail: 'The tags of a department are kept by its supervisors.' });
}

const UNIQUE_VIOLATION = '23505';

function nameTaken(error: unknown): never {
  if (postgresCodeOf(error) === UNIQUE_VIOLATION) throw refusal('name', 'is the name of another tag');
  throw error;
}

function refusal(field: string, reason: string): Refusal {
  return new Refusal('invalid', { detail: `${field}: ${reason}`, errors: [{ field, reason }] });
}

function stale({ version }: Tag): Refusal {
  return new Refusal('stale-version', {
    detail: 'The tag has changed since you looked at it.',
    current: { version },
  });
}

function wrongState({ version }: Tag): Refusal {
  return new Refusal('wrong-state', { detail: 'The tag is merged into another one.', current: { version } });
}
