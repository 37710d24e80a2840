import { APPEAL_LIMIT } from '#contracts/appeals.http.js';
import { useVisit } from '../layout/visit.js';
import type { WordKey } from '../layout/words.js';
import type { FieldProblem } from '../submit/field-problem.js';
import { FormGroup } from '../submit/form-parts.js';
import { submissionIdOf } from '../submit/submission.form.js';

/** What was typed into one of them, and comes back with what is wrong with it. */
export interface AppealForm {
  field: string;
  /** The same form sent twice is one appeal, or one answer. */
  id: string;
  body: string;
}

/** What a form on the page needs to know of it. */
export interface AppealForms {
  token: string;
  form: AppealForm | null;
  problems: readonly FieldProblem[];
}

export const appealField = (decisionId: string): string => `appeal-${decisionId}`;
export const answerField = (appealId: string): string => `answer-${appealId}`;

export function LodgeForm({ decisionId, forms }: { decisionId: string; forms: AppealForms }) {
  const { say } = useVisit();
  const field = appealField(decisionId);
  return (
    <details className="govuk-details site-noprint" open={forms.form?.field === field}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{say('appeal.open')}</span>
      </summary>
      <TextForm
        {...{ field, forms }}
        path="appeals"
        hidden={{ decisionId }}
        words={{ label: 'appeal.label', hint: 'appeal.hint', send: 'appeal.send' }}
      />
    </details>
  );
}

export function AnswerForm({ appealId, forms }: { appealId: string; forms: AppealForms }) {
  return (
    <TextForm
      {...{ field: answerField(appealId), forms }}
      path={`appeals/${appealId}/answers`}
      hidden={{}}
      words={{ label: 'appeal.answerLabel', hint: 'appeal.answerHint', send: 'appeal.sendAnswer' }}
    />
  );
}

interface TextFormProps {
  field: string;
  forms: AppealForms;
  path: string;
  hidden: Record<string, string>;
  words: Record<'label' | 'hint' | 'send', WordKey>;
}

function TextForm({ field, forms: { token, form, problems }, path, hidden, words }: TextFormProps) {
  const { say, link } = useVisit();
  const typed = form?.field === field ? form : null;
  const fixed = { ...hidden, submissionId: typed?.id ?? submissionIdOf(null) };
  return (
    <form className="site-form site-noprint" method="post" action={link(`/track/${token}/${path}`)} noValidate>
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormGroup
        {...{ field, problems }}
        label={say(words.label)}
        hint={say(words.hint, { limit: APPEAL_LIMIT })}
        control="govuk-textarea"
      >
        {(attributes) => <textarea {...attributes} rows={5} dir="auto" defaultValue={typed?.body ?? ''} />}
      </FormGroup>
      <button type="submit" className="govuk-button">
        {say(words.send)}
      </button>
    </form>
  );
}
