import type { OwnAppeal } from '#desk/publication/tracked-appeals.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';
import { AnswerForm, type AppealForms } from './appeal-forms.js';

/** An appeal with all that was said about it, and how it was decided. */
export function OwnAppealEntry({
  appeal,
  timeZone,
  forms,
}: {
  appeal: OwnAppeal;
  timeZone: string;
  forms: AppealForms;
}) {
  const { say } = useVisit();
  const { status, decidedAt, explanation } = appeal;
  return (
    <section className="site-statement site-appeal">
      <h4>{say('appeal.title')}</h4>
      <p className="site-appeal__words" dir="auto">
        {appeal.body}
      </p>
      <p>
        {say('appeal.lodged')} <Moment at={appeal.at} timeZone={timeZone} />
      </p>
      {appeal.dialogue.map(({ id, kind, body, at }) => (
        <div key={id} className="site-appeal__entry">
          <p>
            {say(`appeal.${kind}`)} <Moment at={at} timeZone={timeZone} />
          </p>
          <p className="site-appeal__words" dir="auto">
            {body}
          </p>
        </div>
      ))}
      <p className="site-appeal__standing">{say(`appeal.status.${status}`)}</p>
      {explanation ? (
        <p className="site-appeal__words" dir="auto">
          {explanation}
        </p>
      ) : null}
      {decidedAt ? (
        <p>
          {say('appeal.decided')} <Moment at={decidedAt} timeZone={timeZone} />
        </p>
      ) : null}
      {status === 'asked' ? <AnswerForm appealId={appeal.id} forms={forms} /> : null}
    </section>
  );
}
