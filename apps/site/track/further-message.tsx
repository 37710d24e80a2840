import { BODY_LIMIT } from '#contracts/intake.http.js';
import { useVisit } from '../layout/visit.js';
import type { FieldProblem } from '../submit/field-problem.js';
import { FormGroup } from '../submit/form-parts.js';
import type { FurtherForm } from './track.page.js';

export function FurtherMessage(props: { token: string; form: FurtherForm; problems: readonly FieldProblem[] }) {
  const { say, link } = useVisit();
  return (
    <form className="site-form site-noprint" method="post" action={link(`/track/${props.token}`)} noValidate>
      <input type="hidden" name="submissionId" value={props.form.submissionId} />
      <FormGroup
        field="body"
        label={say('track.write')}
        hint={say('track.writeHint', { limit: BODY_LIMIT })}
        problems={props.problems}
        control="govuk-textarea"
      >
        {(attributes) => <textarea {...attributes} rows={6} dir="auto" defaultValue={props.form.body} />}
      </FormGroup>
      <button type="submit" className="govuk-button">
        {say('track.send')}
      </button>
    </form>
  );
}
