import type { PublicDepartment } from '#desk/publication/public-department.view.js';
import type { Holding } from '#domain/replies/holding-sentence.js';
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
  isUnsettled: boolean;
  /** More time was taken, in public. */
  holding: Holding | null;
  acknowledgedAt: Date | null;
}

/** Who has it, and by when: the two things that everybody comes for. */
export function ConversationFacts(facts: Facts) {
  const { reference, department, status, explanation, isWaiting, dueAt, isUnsettled, holding, acknowledgedAt } = facts;
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
          <dd>
            {dueAt ? (
              <Moment at={dueAt} timeZone={department.timeZone} />
            ) : (
              say(isUnsettled ? 'conversation.dueUnsettled' : 'conversation.noDue')
            )}
            <Extension holding={holding} dueAt={dueAt} timeZone={department.timeZone} />
          </dd>
        </div>
      ) : null}
      {acknowledgedAt ? (
        <div>
          <dt>{say('conversation.acknowledged')}</dt>
          <dd>
            <Moment at={acknowledgedAt} timeZone={department.timeZone} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{say('conversation.reference')}</dt>
        <dd className="site-reference">{reference}</dd>
      </div>
    </dl>
  );
}

/** What came when the time was over extends nothing: the promise stays missed, and the day is said beside it. */
function Extension({ holding, dueAt, timeZone }: Pick<Facts, 'holding' | 'dueAt'> & { timeZone: string }) {
  const { say } = useVisit();
  if (!holding) return null;
  const isExtended = dueAt?.getTime() === holding.until.getTime();
  return (
    <small>
      {isExtended ? (
        say('conversation.extended')
      ) : (
        <>
          {say('conversation.needsUntil')} <Moment at={holding.until} timeZone={timeZone} precision="day" />.
        </>
      )}{' '}
      <span dir="auto">{say('conversation.extendedFor', { reason: holding.reason })}</span>
    </small>
  );
}
