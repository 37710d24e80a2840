import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { DepartmentCards } from './department-cards.js';

export function departmentsPage(departments: PromisingDepartment[]): Page {
  return new Page({
    title: ({ say }) => say('departments.title'),
    content: <Departments departments={departments} />,
  });
}

function Departments({ departments }: { departments: PromisingDepartment[] }) {
  const { say } = useVisit();
  return (
    <div className="site-width">
      <h1 className="govuk-heading-xl">{say('departments.title')}</h1>
      <p className="govuk-body-l">{say('departments.lead')}</p>
      <DepartmentCards departments={departments} heading="h2" />
    </div>
  );
}
