import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ModeratorSetting } from '#contracts/moderators.http.js';
import type { Actor } from '#domain/identity/roles.js';

/** How one moderator likes to work; covered is what everybody begins with. */
@Injectable()
export class ModeratorSettingService {
  constructor(private readonly dataSource: DataSource) {}

  async of(actor: Actor): Promise<ModeratorSetting> {
    const [row]: ModeratorSetting[] = await this.dataSource.query(
      'SELECT covers_distressing AS "coversDistressing" FROM moderator_setting WHERE officer_id = $1',
      [actor.officerId],
    );
    return { coversDistressing: row?.coversDistressing ?? true };
  }

  async set(actor: Actor, { coversDistressing }: ModeratorSetting): Promise<ModeratorSetting> {
    await this.dataSource.query(
      `INSERT INTO moderator_setting (officer_id, covers_distressing) VALUES ($1, $2)
       ON CONFLICT (officer_id) DO UPDATE SET covers_distressing = excluded.covers_distressing`,
      [actor.officerId, coversDistressing],
    );
    return { coversDistressing };
  }
}
