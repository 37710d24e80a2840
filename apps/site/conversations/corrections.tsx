import type { ThreadEntry } from '#desk/publication/publication.view.js';
import { CitizenText } from '../layout/citizen-text.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';

interface Props {
  reply: Extract<ThreadEntry, { kind: 'reply' }>;
  timeZone: string;
}

/** What was changed in a reply after it was sent: said beside the text, with the time, the reason and what stood there before. */
export function Corrections({ reply, timeZone }: Props) {
  const { say } = useVisit();
  return reply.corrections.map(({ at, reason, earlierBody, earlierHoldingReason }) => (
    <div key={at.toISOString()} className="site-correction">
      <p>
        <strong>
          {say('conversation.corrected')} <Moment at={at} timeZone={timeZone} />
        </strong>
      </p>
      <p dir="auto">{say('conversation.correctedFor', { reason })}</p>
      {earlierBody === null ? (
        <p>{say('conversation.earlierWithheld')}</p>
      ) : (
        <details>
          <summary>{say('conversation.earlierText')}</summary>
          <blockquote>
            {earlierHoldingReason ? (
              <p dir="auto">{say('conversation.extendedFor', { reason: earlierHoldingReason })}</p>
            ) : null}
            {earlierBody ? <CitizenText text={earlierBody} language={reply.language} /> : null}
          </blockquote>
        </details>
      )}
    </div>
  ));
}
