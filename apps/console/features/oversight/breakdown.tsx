import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Asked, csvAddress, figuresQuery } from './figures.queries.js';
import { FiguresTable } from './figures-table.js';
import { GroupedFigures } from './grouped-figures.js';
import classes from './oversight.module.css';
import { BREAKDOWNS, type OversightQuery } from './oversight-query.js';
import { useChange } from './use-change.js';

interface Props {
  query: OversightQuery;
  asked: Asked;
}

/** Whose they were: a table with a bar beside each median, so that a drawing of it would say nothing more. */
export function Breakdown({ query, asked }: Props) {
  const { t } = useTranslation();
  const change = useChange();
  const { groupBy } = query;
  const figures = useQuery(figuresQuery(asked, groupBy));
  const shown = figures.data?.groupBy === groupBy ? figures.data : undefined;
  return (
    <section className={classes.section} aria-labelledby="breakdown">
      <div className={classes.sectionHead}>
        <h2 id="breakdown">
          {t('oversight.breakdown', {
            measure: t(`oversight.measures.${query.measure}`),
            group: t(`oversight.groups.${groupBy}`),
          })}
        </h2>
        <a className={classes.noPrint} href={csvAddress(asked, groupBy)} download>
          {t('oversight.csv')}
        </a>
      </div>
      <NativeSelect
        className={`${classes.shade} ${classes.noPrint}`}
        label={t('oversight.groupBy')}
        value={groupBy}
        onChange={(event) => change({ groupBy: event.currentTarget.value })}
        data={BREAKDOWNS.map((value) => ({ value, label: t(`oversight.key.${value}`) }))}
      />
      <GroupedFigures figures={figures} shown={shown}>
        {(known) => (
          <FiguresTable
            key={groupBy}
            figures={known}
            groups={known.groups}
            onNarrow={(key) => change({ [groupBy]: key })}
          />
        )}
      </GroupedFigures>
    </section>
  );
}
