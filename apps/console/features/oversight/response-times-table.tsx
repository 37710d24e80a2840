import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseTimeFigure, ResponseTimes } from '#contracts/oversight.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { FigureRow } from './figure-row.js';
import classes from './oversight.module.css';
import type { OversightRange } from './oversight-range.js';

const STEP = 60;

interface Props {
  times: ResponseTimes;
  range: OversightRange;
}

export function ResponseTimesTable({ times, range }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const [shown, setShown] = useState(STEP);
  const isByDay = range.groupBy === 'day';
  const groups = isByDay ? times.groups.toSorted((a, b) => b.key.localeCompare(a.key)) : times.groups;
  const longest = Math.max(...times.groups.map((group) => group.medianHours ?? 0), times.total.medianHours ?? 0);
  const nameOf = (group: Props['times']['groups'][number]) => {
    if (isByDay) return format.localDate(group.key);
    return group.label ? localised(group.label) : group.key;
  };
  return (
    <>
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ tabIndex: -1 }}>
        <Table className={classes.table} highlightOnHover>
          <caption className="visually-hidden">
            {t('oversight.caption', { group: t(`oversight.groups.${range.groupBy}`) })}
          </caption>
          <Head name={t(`oversight.key.${range.groupBy}`)} />
          <Table.Tbody>
            <FigureRow
              name={t('oversight.total')}
              row={{ times, range, key: null }}
              figure={times.total}
              longest={longest}
              isTotal
            />
            {groups.slice(0, shown).map((group) => (
              <FigureRow
                key={group.key}
                name={nameOf(group)}
                row={{ times, range, key: group.key }}
                figure={group satisfies ResponseTimeFigure}
                longest={longest}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {groups.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + STEP)}>
          {t('oversight.showMore', { number: format.number(Math.min(STEP, groups.length - shown)) })}
        </Button>
      )}
    </>
  );
}

function Head({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{name}</Table.Th>
        {(['answered', 'median', 'p90', 'mean', 'within', 'share'] as const).map((column) => (
          <Table.Th key={column} className={classes.figure}>
            {t(`oversight.${column}`)}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
