import type { DataSource } from 'typeorm';
import { Department } from '#database/entities/department.entity.js';
import { OperatorProblem } from '../operator-problem.js';

/** Throws `OperatorProblem` with the slugs that there are. */
export async function departmentNamed(dataSource: DataSource, slug: string): Promise<Department> {
  const departments = await dataSource.getRepository(Department).find({ order: { slug: 'ASC' } });
  const department = departments.find((one) => one.slug === slug);
  if (department) return department;
  if (departments.length === 0) {
    throw new OperatorProblem('There are no departments yet: npm run desk -- seed brings a demo directory.');
  }
  const slugs = departments.map((one) => one.slug).join(', ');
  throw new OperatorProblem(`There is no department "${slug}"; there are ${slugs}.`);
}
