import type { PublicPerformance } from '#contracts/oversight.http.js';
import { useName } from '../layout/department-name.js';
import { useVisit } from '../layout/visit.js';
import { useFigureWords } from './figure-words.js';

type PublicDepartment = PublicPerformance['departments'][number];
type Measure = keyof PublicDepartment['measures'];

const HOURS = ['medianHours', 'p75Hours', 'p90Hours', 'p95Hours', 'meanHours'] as const;
const FIGURES = ['n', ...HOURS, 'within', 'withinFiveDays', 'withinSevenDays'] as const;

interface Props {
  measure: Measure;
  performance: PublicPerformance;
}

/** The departments below each other: how many, how long, within what was promised, and who still waits. */
export function MeasureTable({ measure, performance: { departments } }: Props) {
  const { say } = useVisit();
  const published = departments.filter((department) => isShown(department, measure));
  const few = departments.filter((department) => !isShown(department, measure));
  const withWaiting = measure === 'first-answer';
  const nameOf = useName();
  if (published.length === 0) return null;
  return (
    <div>
      <h2 className="govuk-heading-l">{say(`performance.measures.${measure}`)}</h2>
      <p className="govuk-body">{say(`performance.means.${measure}`)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
      <section className="site-scroll" tabIndex={0} aria-label={say(`performance.measures.${measure}`)}>
        <table className="govuk-table site-figures">
          <Head withWaiting={withWaiting} />
          <tbody className="govuk-table__body">
            {published.map((department) => (
              <Row key={department.slug} department={department} measure={measure} withWaiting={withWaiting} />
            ))}
          </tbody>
        </table>
      </section>
      {few.length > 0 ? (
        <p className="govuk-body-s">
          {say('performance.few', { names: few.map(nameOf).join(say('performance.and')) })}
        </p>
      ) : null}
    </div>
  );
}

/** Whoever waits is shown where hardly anybody was answered too. */
export function isShown({ measures, waiting }: PublicDepartment, measure: Measure): boolean {
  return measures[measure] !== null || (measure === 'first-answer' && waiting !== null);
}

function Head({ withWaiting }: { withWaiting: boolean }) {
  const { say } = useVisit();
  return (
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        <th scope="col" className="govuk-table__header">
          {say('performance.department')}
        </th>
        {[...FIGURES, ...(withWaiting ? (['waiting', 'longest'] as const) : [])].map((column) => (
          <th key={column} scope="col" className="govuk-table__header govuk-table__header--numeric">
            {say(`performance.columns.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  department: PublicDepartment;
  measure: Measure;
  withWaiting: boolean;
}

function Row({ department, measure, withWaiting }: RowProps) {
  const { say, link } = useVisit();
  const nameOf = useName();
  const figure = department.measures[measure];
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <a className="govuk-link" href={link(`/departments/${department.slug}`)}>
          {nameOf(department)}
        </a>
      </th>
      {figure ? (
        <FigureCells figure={figure} />
      ) : (
        <td className="govuk-table__cell" colSpan={FIGURES.length}>
          {say('performance.tooFewAnswers')}
        </td>
      )}
      {withWaiting ? <WaitingCells waiting={department.waiting} /> : null}
    </tr>
  );
}

function FigureCells({ figure }: { figure: NonNullable<PublicDepartment['measures'][Measure]> }) {
  const { say } = useVisit();
  const words = useFigureWords();
  const { n, within, withinFiveDays, withinSevenDays } = figure;
  return (
    <Cells
      words={[
        words.number(n),
        ...HOURS.map((name) => words.hours(figure[name])),
        within ? words.share(within.share, within) : say('performance.unpublished'),
        words.share(withinFiveDays / n, { n: withinFiveDays, of: n }),
        words.share(withinSevenDays / n, { n: withinSevenDays, of: n }),
      ]}
    />
  );
}

function WaitingCells({ waiting }: Pick<PublicDepartment, 'waiting'>) {
  const { say } = useVisit();
  const words = useFigureWords();
  const unpublished = say('performance.unpublished');
  return (
    <Cells
      words={waiting ? [words.number(waiting.n), words.hours(waiting.longestHours)] : [unpublished, unpublished]}
    />
  );
}

function Cells({ words }: { words: readonly string[] }) {
  return words.map((cell, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells never move, and may be equal
    <td key={place} className="govuk-table__cell govuk-table__cell--numeric">
      {cell}
    </td>
  ));
}
