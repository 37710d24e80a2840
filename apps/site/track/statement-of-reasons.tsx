import { APPEAL_DAYS, type Statement } from '#domain/moderation/statement.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';
import { FOUND_KINDS } from './found-kinds.js';

/** What was decided on a message, in plain words to its author: nothing about who decided, or what is noted inside. */
export function StatementOfReasons({ statement, timeZone }: { statement: Statement; timeZone: string }) {
  const { say, language } = useVisit();
  const { decision, duration, reason, basis, basisWording, explanation, instead, appealUntil } = statement;
  const facts = foundIn(statement, useFound());
  return (
    <section className="site-statement">
      <h4>{say('statement.title')}</h4>
      <dl>
        <dt>{say('statement.what')}</dt>
        <dd>
          {say(`statement.decision.${decision}`)} {say(`statement.duration.${duration}`)}
        </dd>
        <dt>{say('statement.why')}</dt>
        <dd>{say(`statement.because.${basis}`, { reason: reason[language], basis: basisWording[language] })}</dd>
        <dt>{say('statement.facts')}</dt>
        <dd>
          {explanation ? <p dir="auto">{explanation}</p> : null}
          {facts ? <p>{facts}</p> : null}
          <p>{say(`statement.automation.${automationOf(statement)}`)}</p>
        </dd>
        {instead[language] ? (
          <>
            <dt>{say('statement.instead')}</dt>
            <dd>{instead[language]}</dd>
          </>
        ) : null}
        <dt>{say('statement.redress')}</dt>
        <dd>
          {appealUntil ? (
            <>
              {say('statement.appeal', { days: APPEAL_DAYS })}{' '}
              <Moment at={new Date(appealUntil)} timeZone={timeZone} precision="day" />
            </>
          ) : (
            say('statement.undecided')
          )}
        </dd>
      </dl>
    </section>
  );
}

interface FoundWords {
  found: (kinds: string) => string;
  none: string;
  wordOf: (kind: string) => string[];
}

function useFound(): FoundWords {
  const { say, language } = useVisit();
  const join = language === 'zh' ? '、' : ', ';
  return {
    found: (kinds) => say('statement.found', { kinds: kinds.split('\n').join(join) }),
    none: say('statement.byReading'),
    wordOf: (kind) => FOUND_KINDS.filter((known) => known === kind).map((known) => say(`statement.kinds.${known}`)),
  };
}

/** A kind that this site has no word for is not named: a code says nothing to anybody. */
function foundIn({ foundKinds, isDecidedByAutomation }: Statement, { found, none, wordOf }: FoundWords): string | null {
  const words = foundKinds.flatMap(wordOf);
  if (words.length > 0) return found(words.join('\n'));
  return isDecidedByAutomation ? null : none;
}

function automationOf({ isDetectedByAutomation, isDecidedByAutomation }: Statement): 'both' | 'detection' | 'none' {
  if (isDecidedByAutomation) return 'both';
  return isDetectedByAutomation ? 'detection' : 'none';
}
