import type { Department } from '#database/entities/department.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import type { ReadableDepartments } from '../conversations/readable-departments.js';

/** The departments that the actor supervises, or the one asked for. Throws `forbidden`, and `not-found` for others. */
export async function supervisedDepartments(
  departments: ReadableDepartments,
  actor: Actor,
  slug?: string,
): Promise<Department[]> {
  const supervised = await departments.of(actor, ['supervisor', 'administrator']);
  if (supervised.length === 0) {
    throw new Refusal('forbidden', { detail: 'Only supervisors and administrators see these figures.' });
  }
  if (slug === undefined) return supervised;
  const asked = supervised.filter((department) => department.slug === slug);
  if (asked.length === 0) throw new Refusal('not-found', { detail: 'You supervise no such department.' });
  return asked;
}
