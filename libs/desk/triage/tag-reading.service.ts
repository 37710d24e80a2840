import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { TagView } from '#contracts/triage.http.js';
import { Tag } from '#database/entities/tag.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { tagView } from './tag.view.js';

@Injectable()
export class TagReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  /** Archived and merged ones too: conversations still carry them. */
  async all(actor: Actor): Promise<TagView[]> {
    const departments = new Map((await this.departments.of(actor)).map(({ id, slug }) => [id, slug]));
    const tags = await this.dataSource.manager.find(Tag, {
      where: { departmentId: In([...departments.keys()]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return tags.map((tag) => tagView(tag, departments.get(tag.departmentId) ?? ''));
  }
}
