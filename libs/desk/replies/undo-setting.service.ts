import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UndoSetting } from '#contracts/replies.http.js';
import { Department } from '#database/entities/department.entity.js';
import { type Actor, belongsTo, holds, isAdministrator } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';

/** How long the replies of a department wait before they leave. Those that wait already keep their time. */
@Injectable()
export class UndoSettingService {
  constructor(private readonly dataSource: DataSource) {}

  async read(actor: Actor, slug: string): Promise<UndoSetting> {
    const { undoSeconds } = await this.department(actor, slug);
    return { undoSeconds };
  }

  async write(actor: Actor, slug: string, { undoSeconds }: UndoSetting): Promise<UndoSetting> {
    const { id } = await this.department(actor, slug);
    if (!holds(actor, 'supervisor', id) && !isAdministrator(actor))
      throw new Refusal('forbidden', { detail: 'Only supervisors and administrators change this.' });
    await this.dataSource.manager.update(Department, { id }, { undoSeconds });
    return { undoSeconds };
  }

  private async department(actor: Actor, slug: string): Promise<Department> {
    const department = await this.dataSource.getRepository(Department).findOneBy({ slug });
    if (department && belongsTo(actor, department.id)) return department;
    throw new Refusal('not-found', { detail: 'There is no such department.' });
  }
}
