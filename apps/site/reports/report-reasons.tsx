import { REPORT_REASONS, type ReportReason } from '#domain/moderation/reader-report.js';
import { useVisit } from '../layout/visit.js';
import type { FieldProblem } from '../submit/field-problem.js';
import { FieldError } from '../submit/form-parts.js';

interface Props {
  chosen: ReportReason | null;
  problems: readonly FieldProblem[];
}

export function ReportReasons({ chosen, problems }: Props) {
  const { say } = useVisit();
  const problem = problems.find(({ field }) => field === 'reason');
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={problem && 'reason-error'}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{say('report.reason')}</legend>
        <FieldError field="reason" problem={problem} />
        <div className="govuk-radios">
          {REPORT_REASONS.map((reason, place) => (
            <div key={reason} className="govuk-radios__item">
              <input
                className="govuk-radios__input"
                id={place === 0 ? 'reason' : `reason-${reason}`}
                name="reason"
                type="radio"
                value={reason}
                defaultChecked={chosen === reason}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={place === 0 ? 'reason' : `reason-${reason}`}>
                {say(`report.reasons.${reason}`)}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
