import type { ModerationFigures, Transparency } from '#contracts/transparency.http.js';
import { useName } from '../layout/department-name.js';
import { useVisit } from '../layout/visit.js';
import { useFigureWords } from '../performance/figure-words.js';

const COLUMNS = [
  'received',
  'held',
  'heldByScreening',
  'refused',
  'appealed',
  'overturned',
  'upheld',
  'overtaken',
  'undecided',
  'median',
] as const;

interface Props {
  transparency: Transparency;
  desk: ModerationFigures;
}

/** The whole desk, and below it the departments that have enough. */
export function FiguresTable({ transparency: { departments }, desk }: Props) {
  const { say, link } = useVisit();
  const nameOf = useName();
  const few = departments.filter(({ figures }) => figures === null);
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
      <section className="site-scroll" tabIndex={0} aria-label={say('transparency.figures')}>
        <table className="govuk-table site-figures">
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                {say('transparency.department')}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="govuk-table__header govuk-table__header--numeric">
                  {say(`transparency.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            <tr className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {say('transparency.wholeDesk')}
              </th>
              <Cells figures={desk} />
            </tr>
            {departments.map((department) =>
              department.figures ? (
                <tr key={department.slug} className="govuk-table__row">
                  <th scope="row" className="govuk-table__header">
                    <a className="govuk-link" href={link(`/departments/${department.slug}`)}>
                      {nameOf(department)}
                    </a>
                  </th>
                  <Cells figures={department.figures} />
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </section>
      {few.length > 0 ? (
        <p className="govuk-body-s">
          {say('transparency.few', { names: few.map(nameOf).join(say('performance.and')) })}
        </p>
      ) : null}
    </div>
  );
}

function Cells({
  figures: { received, held, heldByScreening, refused, appeals, decided },
}: {
  figures: ModerationFigures;
}) {
  const { say } = useVisit();
  const words = useFigureWords();
  const { n, medianHours } = decided;
  const median =
    medianHours === null
      ? say('performance.unpublished')
      : say('transparency.median', { median: words.hours(medianHours), n: words.number(n) });
  const values: Record<(typeof COLUMNS)[number], string> = {
    received: words.number(received),
    held: words.number(held),
    heldByScreening: words.number(heldByScreening),
    refused: words.number(refused.n),
    appealed: words.number(appeals.n),
    overturned: words.number(appeals.overturned),
    upheld: words.number(appeals.upheld),
    overtaken: words.number(appeals.overtaken),
    undecided: words.number(appeals.undecided),
    median,
  };
  return COLUMNS.map((column) => (
    <td key={column} className="govuk-table__cell govuk-table__cell--numeric">
      {values[column]}
    </td>
  ));
}
