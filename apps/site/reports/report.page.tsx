import { REPORT_WORDS_LIMIT } from '#contracts/reader-reports.http.js';
import type { PublicDepartment } from '#desk/publication/public-department.view.js';
import type { ThreadEntry } from '#desk/publication/publication.view.js';
import { Entry } from '../conversations/thread-entry.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import type { FieldProblem } from '../submit/field-problem.js';
import { ErrorSummary, FormGroup } from '../submit/form-parts.js';
import type { ReportForm } from './report.form.js';
import { ReportReasons } from './report-reasons.js';

/** A public message, as everybody reads it. */
export interface Reportable {
  /** Of its conversation. */
  reference: string;
  message: Extract<ThreadEntry, { kind: 'message' }>;
  department: PublicDepartment;
}

interface Reporting {
  about: Reportable;
  form: ReportForm;
  problems?: FieldProblem[];
}

export function reportPage(reporting: Reporting, answer: { status?: number; retryAfter?: number } = {}): Page {
  const isWrong = (reporting.problems?.length ?? 0) > 0;
  return new Page({
    ...answer,
    title: ({ say }) => `${isWrong ? `${say('problem.prefix')} ` : ''}${say('report.title')}`,
    content: <Report {...reporting} />,
    isPrivate: true,
  });
}

function Report({ about, form, problems = [] }: Reporting) {
  const { say, link } = useVisit();
  const { reference, message, department } = about;
  return (
    <div className="site-width site-narrow">
      <ErrorSummary problems={problems} />
      <h1 className="govuk-heading-l">{say('report.title')}</h1>
      <h2 className="govuk-heading-m">{say('report.message')}</h2>
      <ol className="site-thread">
        <Entry entry={message} department={department} heading="" reference={null} />
      </ol>
      <p className="govuk-inset-text">{say('report.lead')}</p>
      <form className="site-form" method="post" action={link(`/report/${reference}/${message.key}`)} noValidate>
        <ReportReasons chosen={form.reason} problems={problems} />
        <FormGroup
          field="words"
          label={say('report.words')}
          hint={say('report.wordsHint', { limit: REPORT_WORDS_LIMIT })}
          problems={problems}
          control="govuk-textarea"
        >
          {(attributes) => <textarea {...attributes} rows={4} dir="auto" defaultValue={form.words} />}
        </FormGroup>
        <KnownChoice isChosen={form.isToBeKnown} />
        <button type="submit" className="govuk-button">
          {say('report.send')}
        </button>
      </form>
    </div>
  );
}

/** Nobody is known again who did not ask for it. */
function KnownChoice({ isChosen }: { isChosen: boolean }) {
  const { say } = useVisit();
  return (
    <div className="govuk-form-group">
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id="known"
            name="known"
            type="checkbox"
            value="yes"
            defaultChecked={isChosen}
            aria-describedby="known-hint"
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor="known">
            {say('report.known')}
          </label>
          <div className="govuk-hint govuk-checkboxes__hint" id="known-hint">
            {say('report.knownHint')}
          </div>
        </div>
      </div>
    </div>
  );
}

export function reportSentPage(reference: string): Page {
  return new Page({ title: ({ say }) => say('report.sent'), content: <Sent reference={reference} />, isPrivate: true });
}

function Sent({ reference }: { reference: string }) {
  const { say, link } = useVisit();
  return (
    <div className="site-width site-narrow">
      <h1 className="govuk-heading-l">{say('report.sent')}</h1>
      <p className="govuk-body">{say('report.sentText')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={link(`/conversations/${reference}`)}>
          {say('report.back')}
        </a>
      </p>
    </div>
  );
}
