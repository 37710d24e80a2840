import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { ColleagueView, DepartmentView } from '#contracts/directory.http.js';
import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import { Official } from '#database/entities/official.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { departmentView } from '../conversations/department.view.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';

const COLLEAGUES = `
  SELECT o.id, o.name, o.capacity,
    coalesce(o.is_available AND o.seen_at > $2::timestamptz - make_interval(secs => ${PRESENCE_SECONDS}), false)
      AND NOT coalesce(o.out_from <= $2 AND coalesce(o.out_until > $2, true), false) AS "isPresent",
    (SELECT count(*)::int FROM conversation c WHERE c.officer_id = o.id AND c.status = 'assigned') AS "inHand"
  FROM officer o WHERE o.is_active AND EXISTS (
    SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.role = 'officer' AND g.department_id = ANY($1::uuid[]))
  ORDER BY o.name, o.id`;

@Injectable()
export class DirectoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
  ) {}

  /** Every department: where a conversation may be transferred to is no secret. */
  async all(): Promise<DepartmentView[]> {
    return (await this.departments.every()).map(departmentView);
  }

  /** The departments that the officer works in. */
  async of(actor: Actor): Promise<DepartmentView[]> {
    return (await this.departments.of(actor)).map(departmentView);
  }

  /** Who answers in a department, with what they have in hand. */
  async colleagues(actor: Actor, slug: string): Promise<ColleagueView[]> {
    const departmentIds = await this.departments.idsOf(actor, slug);
    return this.dataSource.query(COLLEAGUES, [departmentIds, this.clock.now()]);
  }

  /** Under whose name a department's letters are published. */
  async officials(actor: Actor, slug: string) {
    const departmentIds = await this.departments.idsOf(actor, slug);
    const rows = await this.dataSource
      .getRepository(Official)
      .find({ where: { departmentId: In(departmentIds) }, order: { id: 'ASC' } });
    return rows.map((row) => ({
      id: row.id,
      name: { en: row.nameEn, zh: row.nameZh },
      title: { en: row.titleEn, zh: row.titleZh },
    }));
  }
}
