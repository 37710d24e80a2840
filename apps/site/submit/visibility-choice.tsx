import type { Visibility } from '#domain/moderation/visibility.js';
import { useVisit } from '../layout/visit.js';
import type { WordKey } from '../layout/words.js';
import type { FieldProblem } from './field-problem.js';
import { FieldError } from './form-parts.js';

const CHOICES: { value: Visibility; id: string; label: WordKey; hint: WordKey }[] = [
  { value: 'public', id: 'visibility', label: 'submit.public', hint: 'submit.publicHint' },
  { value: 'pseudonym', id: 'visibility-2', label: 'submit.pseudonym', hint: 'submit.pseudonymHint' },
  { value: 'department', id: 'visibility-3', label: 'submit.onlyDepartment', hint: 'submit.onlyDepartmentHint' },
];

/** Nothing is chosen beforehand: nobody is made public by not having read. */
export function VisibilityChoice({
  chosen,
  problems,
}: {
  chosen: Visibility | null;
  problems: readonly FieldProblem[];
}) {
  const { say } = useVisit();
  const problem = problems.find(({ field }) => field === 'visibility');
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={problem && 'visibility-error'}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{say('submit.visibility')}</legend>
        <FieldError field="visibility" problem={problem} />
        <div className="govuk-radios">
          {CHOICES.map(({ value, id, label, hint }) => (
            <div key={value} className="govuk-radios__item">
              <input
                className="govuk-radios__input"
                id={id}
                name="visibility"
                type="radio"
                value={value}
                defaultChecked={chosen === value}
                aria-describedby={`${id}-hint`}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={id}>
                {say(label)}
              </label>
              <div className="govuk-hint govuk-radios__hint" id={`${id}-hint`}>
                {say(hint)}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
