import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FigureGroup, Figures } from '#contracts/oversight.http.js';
import { AddressTabs } from './address-tabs.js';
import { ChartOrTable } from './chart-or-table.js';
import { CourseChart } from './course-chart.js';
import { type Asked, csvAddress, figuresQuery } from './figures.queries.js';
import { FiguresTable } from './figures-table.js';
import { GroupedFigures } from './grouped-figures.js';
import { HeatMap } from './heat-map.js';
import classes from './oversight.module.css';
import { COURSES, type OversightQuery } from './oversight-query.js';

interface Props {
  query: OversightQuery;
  asked: Asked;
}

/** When things ended: day by day, by the hour of the day, by the hours of the week. */
export function Course({ query, asked }: Props) {
  const { t } = useTranslation();
  const figures = useQuery(figuresQuery(asked, query.course));
  const shown = figures.data && fits(figures.data, query.course) ? figures.data : undefined;
  return (
    <section className={classes.section} aria-labelledby="course">
      <div className={classes.sectionHead}>
        <h2 id="course">{t('oversight.course')}</h2>
        {shown?.groupBy === 'month' && <span>{t('oversight.byMonth')}</span>}
        <a className={classes.noPrint} href={csvAddress(asked, query.course)} download>
          {t('oversight.csv')}
        </a>
      </div>
      <AddressTabs
        label={t('oversight.course')}
        name="course"
        values={COURSES}
        chosen={query.course}
        wordsOf={(course) => t(`oversight.courses.${course}`)}
      />
      <GroupedFigures figures={figures} shown={shown}>
        {(known) => (
          <ChartOrTable
            label={t('oversight.course')}
            chart={query.course === 'weekday-hour' ? <HeatMap figures={known} /> : <CourseChart figures={known} />}
            table={<FiguresTable key={query.course} figures={known} groups={known.groups} />}
          />
        )}
      </GroupedFigures>
    </section>
  );
}

/** What is kept from before may be of another kind; very many days come as months. */
function fits({ groupBy }: Figures, course: FigureGroup): boolean {
  return groupBy === course || (course === 'day' && groupBy === 'month');
}
