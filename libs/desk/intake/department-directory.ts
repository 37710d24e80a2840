import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Department } from '#database/entities/department.entity.js';
import { Refusal } from '#domain/refusal.js';

const FRESH_MS = 10_000;

export type IntakeDepartment = Pick<Department, 'id' | 'referencePrefix'>;

/** Departments by slug for the hot path of intake; a new one is known within ten seconds at the latest. */
@Injectable()
export class DepartmentDirectory {
  private bySlug = new Map<string, IntakeDepartment>();
  private readAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** Throws `invalid` with the field when there is no such department. */
  async find(slug: string): Promise<IntakeDepartment> {
    const known = this.bySlug.get(slug);
    if (known && performance.now() - this.readAt < FRESH_MS) return known;
    await this.read();
    const department = this.bySlug.get(slug);
    if (department) return department;
    const reason = 'there is no such department';
    throw new Refusal('invalid', { detail: `department: ${reason}`, errors: [{ field: 'department', reason }] });
  }

  private async read(): Promise<void> {
    const rows = await this.dataSource.getRepository(Department).find();
    this.bySlug = new Map(rows.map((row) => [row.slug, row]));
    this.readAt = performance.now();
  }
}
