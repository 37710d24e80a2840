import type { Transparency } from '#contracts/transparency.http.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { DecisionLog } from './decision-log.js';
import { FiguresTable } from './figures-table.js';
import { useMonthWords } from './month-words.js';

export function transparencyPage(transparency: Transparency, isFirst: boolean): Page {
  return new Page({
    title: ({ say }) => `${say('transparency.title')}: ${transparency.month}`,
    content: <TransparencyOf transparency={transparency} isFirst={isFirst} />,
  });
}

function TransparencyOf({ transparency, isFirst }: { transparency: Transparency; isFirst: boolean }) {
  const { say, link } = useVisit();
  const monthWords = useMonthWords();
  const { month, publishedFrom, desk } = transparency;
  return (
    <div className="site-width">
      <h1 className="govuk-heading-xl">{say('transparency.title')}</h1>
      <p className="govuk-body-l">{say('transparency.lead')}</p>
      <MonthLinks transparency={transparency} />
      <h2 className="govuk-heading-l">{monthWords(month)}</h2>
      {desk ? (
        <>
          <FiguresTable transparency={transparency} desk={desk} />
          <Reasons desk={desk} />
          <DecisionLog transparency={transparency} isFirst={isFirst} />
        </>
      ) : (
        <p className="govuk-body site-empty">{say('transparency.none', { least: publishedFrom })}</p>
      )}
      <section aria-labelledby="method">
        <h2 className="govuk-heading-m" id="method">
          {say('transparency.method')}
        </h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>{say('transparency.methodDays')}</li>
          <li>{say('transparency.methodFew', { least: publishedFrom })}</li>
          <li>{say('transparency.methodWithheld')}</li>
          <li>{say('transparency.methodAppeals')}</li>
        </ul>
        <p className="govuk-body">
          <a className="govuk-link" href={link('/transparency.json', { month })}>
            {say('transparency.json')}
          </a>
        </p>
      </section>
    </div>
  );
}

function MonthLinks({ transparency: { earlier, later } }: { transparency: Transparency }) {
  const { say, link } = useVisit();
  const monthWords = useMonthWords();
  if (!earlier && !later) return null;
  return (
    <nav aria-label={say('transparency.months')} className="site-noprint">
      <ul className="site-periods">
        {[earlier, later].map((month) =>
          month ? (
            <li key={month}>
              <a className="govuk-link" href={link('/transparency', { month })}>
                {monthWords(month)}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}

function Reasons({ desk: { refused } }: { desk: NonNullable<Transparency['desk']> }) {
  const { say, language } = useVisit();
  if (refused.n === 0) return null;
  return (
    <section aria-labelledby="reasons">
      <h3 className="govuk-heading-m" id="reasons">
        {say('transparency.reasons')}
      </h3>
      <ul className="govuk-list govuk-list--bullet">
        {refused.reasons.map(({ reason, n }) => (
          <li key={reason?.en ?? ''}>
            {reason ? reason[language] : say('transparency.withheld')}: {n}
          </li>
        ))}
      </ul>
    </section>
  );
}
