import { hash } from '@node-rs/argon2';
import { type DataSource, In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { signInSchema } from '#contracts/identity.http.js';
import { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import { postgresCodeOf, transaction } from '#database/transaction.js';
import { ROLES, type Role } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';

/** Long enough to need no other rule. */
export const PASSWORD_MINIMUM = 12;
const UNIQUE_VIOLATION = '23505';

export interface NewOfficer {
  email: string;
  name: string;
  password: string;
  capacity: number;
  roles: readonly { role: Role; department: string | null }[];
}

/** `officer@transport-commission,administrator`. Throws `invalid` with the part that is no role. */
export function rolesFrom(text: string): NewOfficer['roles'] {
  return text.split(',').map((part) => {
    const [name = '', department, ...more] = part.trim().split('@');
    const role = ROLES.find((known) => known === name);
    if (!role || more.length > 0) {
      throw invalid('roles', `"${part.trim()}" is not a role: there are ${ROLES.join(', ')}, as role@department`);
    }
    if (!department && role !== 'administrator') throw invalid('roles', `"${role}" needs its department: ${role}@…`);
    return { role, department: department || null };
  });
}

/** Throws `invalid` for what does not fit, such as an address that somebody has. */
export async function createOfficer(dataSource: DataSource, officer: NewOfficer): Promise<{ id: string }> {
  check(officer);
  const departments = await departmentsOf(dataSource, officer);
  const id = uuidv7();
  const { email, name, capacity } = officer;
  const passwordHash = await hash(officer.password);
  try {
    await transaction(dataSource, async (tx) => {
      await tx.insert(Officer, { id, email: email.trim(), name: name.trim(), capacity, passwordHash });
      const grants = new Map(officer.roles.map((grant) => [`${grant.role}@${grant.department}`, grant]));
      const rows = [...grants.values()].map(({ role, department }) => ({
        officerId: id,
        role,
        departmentId: department === null ? null : (departments.get(department) ?? null),
      }));
      await tx.insert(RoleGrantRow, rows);
    });
  } catch (error) {
    if (postgresCodeOf(error) !== UNIQUE_VIOLATION) throw error;
    throw invalid('email', `there is an officer with the address ${email.trim()} already`);
  }
  return { id };
}

function check({ email, name, password, capacity }: NewOfficer): void {
  if (!signInSchema.shape.email.safeParse(email.trim()).success)
    throw invalid('email', `"${email}" is no e-mail address`);
  if (!name.trim() || name.length > 100) throw invalid('name', 'the name has 1 to 100 characters');
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > 1_000) {
    throw invalid('capacity', 'the capacity is a whole number from 0 to 1,000');
  }
  if (password.length < PASSWORD_MINIMUM || password.length > 200) {
    throw invalid('password', `the password has ${PASSWORD_MINIMUM} to 200 characters`);
  }
}

async function departmentsOf(dataSource: DataSource, { roles }: NewOfficer): Promise<Map<string, string>> {
  const slugs = [...new Set(roles.flatMap(({ department }) => (department === null ? [] : [department])))];
  const rows = await dataSource.getRepository(Department).findBy({ slug: In(slugs) });
  const known = new Map(rows.map((row) => [row.slug, row.id]));
  const unknown = slugs.find((slug) => !known.has(slug));
  if (unknown === undefined) return known;
  const all = await dataSource.getRepository(Department).find({ order: { slug: 'ASC' } });
  const there = all.length > 0 ? all.map(({ slug }) => slug).join(', ') : 'none yet';
  throw invalid('roles', `there is no department "${unknown}"; there are ${there}`);
}

function invalid(field: string, reason: string): Refusal {
  const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return new Refusal('invalid', { detail: sentence, errors: [{ field, reason }] });
}
