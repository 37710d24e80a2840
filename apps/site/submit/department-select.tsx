import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import { useName } from '../layout/department-name.js';
import { useVisit } from '../layout/visit.js';
import type { FieldProblem } from './field-problem.js';
import { FormGroup } from './form-parts.js';

export function DepartmentSelect(props: {
  chosen: string;
  departments: PromisingDepartment[];
  problems: readonly FieldProblem[];
}) {
  const { say } = useVisit();
  const nameOf = useName();
  return (
    <FormGroup
      field="department"
      label={say('submit.department')}
      hint={say('submit.departmentHint')}
      problems={props.problems}
      control="govuk-select"
    >
      {(attributes) => (
        <select {...attributes} defaultValue={props.chosen}>
          <option value="">{say('submit.choose')}</option>
          {props.departments.map((department) => (
            <option key={department.slug} value={department.slug}>
              {nameOf(department)}
            </option>
          ))}
        </select>
      )}
    </FormGroup>
  );
}
