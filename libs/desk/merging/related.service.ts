import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Related, RelatedView } from '#contracts/merging.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import type { Actor } from '#domain/identity/roles.js';
import { type Duplicate, duplicatesOf } from '#domain/merging/duplicates.js';
import { Refusal } from '#domain/refusal.js';
import { prepared } from '#platform/database/prepared.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import {
  FAMILY,
  type FamilyRecord,
  NAMED,
  OPENINGS,
  type OpeningRecord,
  OTHERS,
  REFERENCED,
  related,
} from './related.queries.js';
import { relatedRowView, relatedView } from './related.view.js';

const DUPLICATES_SHOWN = 5;

/** What else is known around a conversation; nothing of departments that the officer does not read. */
@Injectable()
export class RelatedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  async around(actor: Actor, id: string): Promise<RelatedView> {
    const [conversation, departmentIds] = await Promise.all([this.readable(actor, id), this.departments.idsOf(actor)]);
    const [others, family, duplicates] = await Promise.all([
      related(this.dataSource, OTHERS, [conversation.citizenId, id, departmentIds]),
      prepared<FamilyRecord>(this.dataSource, FAMILY, [id]),
      this.duplicates(conversation),
    ]);
    const known = new Set(family.map((row) => row.id));
    const unknown = duplicates.filter((duplicate) => !known.has(duplicate.conversation.id)).slice(0, DUPLICATES_SHOWN);
    const ids = [...known, ...unknown.map((duplicate) => duplicate.conversation.id)];
    const named = await related(this.dataSource, NAMED, [ids, departmentIds]);
    return relatedView({ others, duplicates: unknown, family, named });
  }

  /** Another one that a person names by its reference, as people type it. Throws `not-found`. */
  async candidate(actor: Actor, { id, reference: typed }: { id: string; reference: string }): Promise<Related> {
    const reference = normaliseReference(typed);
    const departmentIds = await this.departments.idsOf(actor);
    const [record] = reference ? await related(this.dataSource, REFERENCED, [reference, departmentIds]) : [];
    if (!record || record.id === id) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    return relatedRowView(record);
  }

  private async duplicates(conversation: Conversation): Promise<Duplicate<OpeningRecord>[]> {
    const { id, departmentId, lastMessageAt, citizenId, status } = conversation;
    if (status === 'merged') return [];
    const values = [id, departmentId, lastMessageAt, citizenId];
    const openings = await prepared<OpeningRecord>(this.dataSource, OPENINGS, values);
    const own = openings.find((opening) => opening.id === id);
    return own ? duplicatesOf(own, openings) : [];
  }

  private async readable(actor: Actor, id: string): Promise<Conversation> {
    const conversation = await this.dataSource.manager.findOneBy(Conversation, { id });
    if (conversation && mayOn(actor, 'read', conversation)) return conversation;
    throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  }
}
