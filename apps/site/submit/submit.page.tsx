import { BODY_LIMIT, TITLE_LIMIT } from '#contracts/intake.http.js';
import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { DepartmentSelect } from './department-select.js';
import type { FieldProblem } from './field-problem.js';
import { ErrorSummary, FieldError, FormGroup } from './form-parts.js';
import { NAME_LIMIT, type SubmissionForm } from './submission.form.js';
import { VisibilityChoice } from './visibility-choice.js';

interface Submitting {
  form: SubmissionForm;
  departments: PromisingDepartment[];
  problems?: FieldProblem[];
}

/** Private, because the form holds the id that leads to its tracking page: no two readers may get the same one. */
export function submitPage(submitting: Submitting, answer: { status?: number; retryAfter?: number } = {}): Page {
  const isWrong = (submitting.problems?.length ?? 0) > 0;
  return new Page({
    ...answer,
    title: ({ say }) => `${isWrong ? `${say('problem.prefix')} ` : ''}${say('submit.title')}`,
    content: <Submit {...submitting} />,
    isPrivate: true,
  });
}

function Submit({ form, departments, problems = [] }: Submitting) {
  const { say, link } = useVisit();
  return (
    <div className="site-width site-narrow">
      <ErrorSummary problems={problems} />
      <h1 className="govuk-heading-xl">{say('submit.title')}</h1>
      {departments.length === 0 ? <p className="govuk-body-l">{say('submit.noDepartments')}</p> : null}
      <p className="govuk-inset-text">{say('submit.lead')}</p>
      <form className="site-form" method="post" action={link('/submit')} noValidate>
        <input type="hidden" name="submissionId" value={form.submissionId} />
        <DepartmentSelect chosen={form.department} departments={departments} problems={problems} />
        <NameAndTitle form={form} problems={problems} />
        <FormGroup
          field="body"
          label={say('submit.body')}
          hint={say('submit.bodyHint', { limit: BODY_LIMIT })}
          problems={problems}
          control="govuk-textarea"
        >
          {(attributes) => <textarea {...attributes} rows={10} dir="auto" defaultValue={form.body} />}
        </FormGroup>
        <VisibilityChoice chosen={form.visibility} problems={problems} />
        <Trap value={form.website} problems={problems} />
        <button type="submit" className="govuk-button">
          {say('submit.send')}
        </button>
      </form>
    </div>
  );
}

function NameAndTitle({ form, problems }: { form: SubmissionForm; problems: FieldProblem[] }) {
  const { say } = useVisit();
  return (
    <>
      <FormGroup
        field="name"
        label={say('submit.name')}
        hint={say('submit.nameHint', { limit: NAME_LIMIT })}
        problems={problems}
        control="govuk-input"
      >
        {(attributes) => <input {...attributes} type="text" autoComplete="name" dir="auto" defaultValue={form.name} />}
      </FormGroup>
      <FormGroup
        field="title"
        label={say('submit.heading')}
        hint={say('submit.headingHint', { limit: TITLE_LIMIT })}
        problems={problems}
        control="govuk-input"
      >
        {(attributes) => <input {...attributes} type="text" dir="auto" defaultValue={form.title} />}
      </FormGroup>
    </>
  );
}

/** Shown once it was filled in: it may have been a person after all, and nothing is thrown away in silence. */
function Trap({ value, problems }: { value: string; problems: FieldProblem[] }) {
  const { say } = useVisit();
  const problem = problems.find(({ field }) => field === 'website');
  return (
    <div
      className={`govuk-form-group site-trap${problem ? ' govuk-form-group--error' : ''}`}
      aria-hidden={problem ? undefined : true}
    >
      <label className="govuk-label" htmlFor="website">
        {say('submit.trap')}
      </label>
      <FieldError field="website" problem={problem} />
      <input
        className="govuk-input"
        id="website"
        name="website"
        type="text"
        tabIndex={problem ? undefined : -1}
        autoComplete="off"
        defaultValue={value}
      />
    </div>
  );
}
