import type { PublicPerformance } from '#contracts/oversight.http.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';
import { useFigureWords } from './figure-words.js';
import type { Period } from './performance-reading.js';

/** How the figures came about, in words that can be held against them. */
export function Method({ performance, period }: { performance: PublicPerformance; period: Period }) {
  const { say, link } = useVisit();
  const words = useFigureWords();
  const { exact, maxError, asOf, publishedFrom, departments } = performance;
  return (
    <section aria-labelledby="method">
      <h2 className="govuk-heading-l" id="method">
        {say('performance.method')}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{say('performance.methodTime')}</li>
        <li>{say('performance.methodPercentiles')}</li>
        <li>{say('performance.methodWithin')}</li>
        <li>{say('performance.methodWaiting', { least: publishedFrom })}</li>
        <li>{say('performance.methodFew', { least: publishedFrom })}</li>
        <li>{exact ? say('performance.exact') : say('performance.inexact', { error: words.error(maxError) })}</li>
        <li>{say('performance.methodDays')}</li>
      </ul>
      <p className="govuk-body">
        {say('performance.asOf')} <Moment at={new Date(asOf)} timeZone={departments[0]?.timeZone ?? 'UTC'} />
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={link('/performance.json', period === 'all' ? {} : { period })}>
          {say('performance.json')}
        </a>
      </p>
    </section>
  );
}
