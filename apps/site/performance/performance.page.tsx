import type { PublicPerformance } from '#contracts/oversight.http.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { isShown, MeasureTable } from './measure-table.js';
import { Method } from './method.js';
import { PERIODS, type Period } from './performance-reading.js';

/** In the order in which a citizen meets them. */
const MEASURES = ['first-answer', 'acknowledged', 'next-answer', 'letter', 'resolution'] as const;

export function performancePage(performance: PublicPerformance, period: Period): Page {
  return new Page({
    title: ({ say }) => say('performance.title'),
    content: <Performance performance={performance} period={period} />,
  });
}

function Performance({ performance, period }: { performance: PublicPerformance; period: Period }) {
  const { say, link } = useVisit();
  const shown = MEASURES.filter((measure) => performance.departments.some((one) => isShown(one, measure)));
  return (
    <div className="site-width">
      <h1 className="govuk-heading-xl">{say('performance.title')}</h1>
      <p className="govuk-body-l">{say('performance.lead')}</p>
      <nav aria-label={say('performance.period')} className="site-noprint">
        <ul className="site-periods">
          {PERIODS.map((one) => (
            <li key={one}>
              <a
                className="govuk-link"
                href={link('/performance', one === 'all' ? {} : { period: one })}
                aria-current={one === period ? 'page' : undefined}
              >
                {one === 'all' ? say('performance.all') : say('performance.lastDays', { days: one })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {performance.isLagging ? (
        <div className="govuk-inset-text">
          {say('performance.lagging', { seconds: Math.round(performance.lagSeconds) })}
        </div>
      ) : null}
      {performance.isHistoryBehind ? <div className="govuk-inset-text">{say('performance.historyBehind')}</div> : null}
      {shown.length === 0 ? (
        <p className="govuk-body site-empty">{say('performance.none', { least: performance.publishedFrom })}</p>
      ) : null}
      {shown.map((measure) => (
        <MeasureTable key={measure} measure={measure} performance={performance} />
      ))}
      <Method performance={performance} period={period} />
    </div>
  );
}
