import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Department } from '#database/entities/department.entity.js';
import { type Actor, departmentsOf, type Role } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';

const FRESH_MS = 5_000;

/** Which departments a list may show; every list query takes its ids from here, so that no row is outside of them. */
@Injectable()
export class ReadableDepartments {
  private all: Department[] = [];
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly dataSource: DataSource) {}

  /** The departments in which the officer holds one of the roles (any, if none is named). */
  async of(actor: Actor, roles?: readonly Role[]): Promise<Department[]> {
    const all = await this.every();
    const own = departmentsOf(actor, roles);
    return own === 'all' ? all : all.filter((department) => own.includes(department.id));
  }

  /** The same as ids, narrowed to one slug where it is given. Throws `not-found` for one that the officer has no part in. */
  async idsOf(actor: Actor, slug?: string, roles?: readonly Role[]): Promise<string[]> {
    const readable = await this.of(actor, roles);
    if (slug === undefined) return readable.map((department) => department.id);
    const found = readable.find((department) => department.slug === slug);
    if (!found) throw new Refusal('not-found', { detail: 'There is no such department.' });
    return [found.id];
  }

  /** Where letters wait for this officer: an administrator approves none without being a reviewer. */
  reviewedBy(actor: Actor): string[] {
    return actor.grants.flatMap(({ role, departmentId }) =>
      role === 'reviewer' && departmentId ? [departmentId] : [],
    );
  }

  async every(): Promise<Department[]> {
    if (performance.now() - this.readAt > FRESH_MS) {
      this.all = await this.dataSource.getRepository(Department).find({ order: { slug: 'ASC' } });
      this.readAt = performance.now();
    }
    return this.all;
  }
}
