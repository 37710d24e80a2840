import type { ReactNode } from 'react';
import { useVisit } from '../layout/visit.js';
import type { FieldProblem } from './field-problem.js';

/** Everything that is wrong, at the top, each linked to its field. */
export function ErrorSummary({
  problems,
  ids = {},
}: {
  problems: readonly FieldProblem[];
  ids?: Record<string, string>;
}) {
  const { say } = useVisit();
  if (problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" role="alert" aria-labelledby="error-summary-title">
      <h2 className="govuk-error-summary__title" id="error-summary-title">
        {say('problem.title')}
      </h2>
      <ul className="govuk-list govuk-error-summary__list">
        {problems.map(({ field, key, values }) => (
          <li key={field}>
            <a href={`#${ids[field] ?? field}`}>{say(key, values)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface GroupProps {
  field: string;
  label: string;
  hint: string | null;
  problems: readonly FieldProblem[];
  children: (attributes: {
    id: string;
    name: string;
    'aria-describedby': string | undefined;
    className: string;
  }) => ReactNode;
  control: 'govuk-input' | 'govuk-textarea' | 'govuk-select';
}

/** A label, a hint, what is wrong, and the control that they belong to. */
export function FormGroup({ field, label, hint, problems, control, children }: GroupProps) {
  const problem = problems.find((candidate) => candidate.field === field);
  const describedBy = [hint && `${field}-hint`, problem && `${field}-error`].filter(Boolean).join(' ');
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--m" htmlFor={field}>
        {label}
      </label>
      {hint ? (
        <div className="govuk-hint" id={`${field}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldError field={field} problem={problem} />
      {children({
        id: field,
        name: field,
        'aria-describedby': describedBy || undefined,
        className: problem ? `${control} ${control}--error` : control,
      })}
    </div>
  );
}

export function FieldError({ field, problem }: { field: string; problem: FieldProblem | undefined }) {
  const { say } = useVisit();
  if (!problem) return null;
  return (
    <p className="govuk-error-message" id={`${field}-error`}>
      <span className="govuk-visually-hidden">{say('problem.prefix')}</span> {say(problem.key, problem.values)}
    </p>
  );
}
