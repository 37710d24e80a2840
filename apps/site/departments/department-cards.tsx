import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import { useName } from '../layout/department-name.js';
import { useVisit } from '../layout/visit.js';
import { promiseOf } from './department-promise.js';

export function DepartmentCards({
  departments,
  heading,
}: {
  departments: PromisingDepartment[];
  heading: 'h2' | 'h3';
}) {
  const { say, link } = useVisit();
  const nameOf = useName();
  const Heading = heading;
  if (departments.length === 0) return <p className="govuk-body site-empty">{say('departments.none')}</p>;
  return (
    <ul className="site-cards">
      {departments.map((department) => (
        <li key={department.slug} className="site-card">
          <Heading>
            <a className="govuk-link" href={link(`/departments/${department.slug}`)}>
              {nameOf(department)}
            </a>
          </Heading>
          <p>{promiseOf(department, say)}</p>
        </li>
      ))}
    </ul>
  );
}
