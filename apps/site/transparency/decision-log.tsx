import type { PublicDecision, Transparency } from '#contracts/transparency.http.js';
import { useName } from '../layout/department-name.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';

const COLUMNS = ['date', 'department', 'decision', 'reason', 'by', 'appeal'] as const;

/** Each decision, newest day first; within a day in no order, so that nobody finds the message by its time. */
export function DecisionLog({ transparency, isFirst }: { transparency: Transparency; isFirst: boolean }) {
  const { say, link } = useVisit();
  const { month, log, nextCursor } = transparency;
  return (
    <div>
      <h3 className="govuk-heading-m" id="log">
        {say('transparency.log')}
      </h3>
      {log.length === 0 ? <p className="govuk-body">{say('transparency.noDecisions')}</p> : <LogTable log={log} />}
      {nextCursor || !isFirst ? (
        <nav className="site-pages" aria-label={say('site.pages')}>
          {isFirst ? null : (
            <a className="govuk-link" href={link('/transparency', { month })}>
              {say('site.newest')}
            </a>
          )}
          {nextCursor ? (
            <a className="govuk-link" rel="next" href={`${link('/transparency', { month, after: nextCursor })}#log`}>
              {say('site.older')} <span aria-hidden="true">→</span>
            </a>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

function LogTable({ log }: { log: readonly PublicDecision[] }) {
  const { say } = useVisit();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard
    <section className="site-scroll" tabIndex={0} aria-labelledby="log">
      <table className="govuk-table site-figures">
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="govuk-table__header">
                {say(`transparency.line.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {log.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names of their own, on purpose
            <Line key={place} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line: { date, department, decision, reason, isAutomated, appeal } }: { line: PublicDecision }) {
  const { say, language } = useVisit();
  const nameOf = useName();
  const words = [
    department ? nameOf(department) : say('transparency.tooFew'),
    say(`transparency.decision.${decision}`),
    reason ? reason[language] : say('transparency.withheld'),
    say(isAutomated ? 'transparency.automated' : 'transparency.byPerson'),
    appeal ? say(`transparency.appeal.${appeal}`) : say('transparency.notAppealed'),
  ];
  return (
    <tr className="govuk-table__row">
      <td className="govuk-table__cell">
        <Moment at={new Date(date)} timeZone="UTC" precision="day" />
      </td>
      {words.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells never move, and may be equal
        <td key={place} className="govuk-table__cell">
          {cell}
        </td>
      ))}
    </tr>
  );
}
