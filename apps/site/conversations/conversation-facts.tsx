import type { PublicDepartment } from '#desk/publication/public-department.view.js';
import { useName } from '../layout/department-name.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';

interface Facts {
  reference: string;
  department: PublicDepartment;
  status: string;
  explanation: string;
  isWaiting: boolean;
  dueAt: Date | null;
}

/** Who has it, and by when: the two things that everybody comes for. */
export function ConversationFacts({ reference, department, status, explanation, isWaiting, dueAt }: Facts) {
  const { say, link } = useVisit();
  const nameOf = useName();
  return (
    <dl className="site-facts">
      <div>
        <dt>{say('conversation.status')}</dt>
        <dd>
          {status}
          <small>{explanation}</small>
        </dd>
      </div>
      <div>
        <dt>{say('conversation.with')}</dt>
        <dd>
          <a className="govuk-link" href={link(`/departments/${department.slug}`)}>
            {nameOf(department)}
          </a>
        </dd>
      </div>
      {isWaiting ? (
        <div>
          <dt>{say('conversation.due')}</dt>
          <dd>{dueAt ? <Moment at={dueAt} timeZone={department.timeZone} /> : say('conversation.noDue')}</dd>
        </div>
      ) : null}
      <div>
        <dt>{say('conversation.reference')}</dt>
        <dd className="site-reference">{reference}</dd>
      </div>
    </dl>
  );
}
