import { Button, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureGroupView, Figures } from '#contracts/oversight.http.js';
import { useFormat } from '../../lib/i18n.js';
import { usePrinting } from '../../lib/printing.js';
import { hasDurations } from './figure-facts.js';
import { FigureRow } from './figure-row.js';
import { useGroupName } from './figure-words.js';
import classes from './oversight.module.css';

const STEP = 60;

interface Props {
  figures: Figures;
  groups: readonly FigureGroupView[];
  /** Narrows everything to one of the groups. */
  onNarrow?: (key: string) => void;
}

/** Every group with all of its figures; each of them opens the conversations that it was computed from. */
export function FiguresTable({ figures, groups, onNarrow }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useGroupName();
  const [opened, setShown] = useState(STEP);
  const isPrinting = usePrinting();
  const shown = isPrinting ? groups.length : opened;
  const { measure, groupBy, total } = figures;
  const lasts = hasDurations(measure);
  const isOpenKnown = total.open !== null && groups.some(({ open }) => open !== null);
  const longest = Math.max(...groups.map(({ medianHours }) => medianHours ?? 0), total.medianHours ?? 0);
  const row = { measure, lasts, isOpenKnown, longest };
  return (
    <>
      <OnPaperOrScreen isPrinting={isPrinting} minWidth={lasts ? 860 : 360}>
        <Table className={classes.table} highlightOnHover>
          <caption className="visually-hidden">
            {t('oversight.caption', {
              measure: t(`oversight.measures.${measure}`),
              group: t(`oversight.groups.${groupBy}`),
            })}
          </caption>
          <Head
            lasts={lasts}
            isOpenKnown={isOpenKnown}
            name={t(`oversight.key.${groupBy}`)}
            counted={t(`oversight.counted.${measure}`)}
          />
          <Table.Tbody>
            <FigureRow name={t('oversight.total')} figure={total} isTotal {...row} />
            {groups.slice(0, shown).map((group) => (
              <FigureRow
                key={group.key}
                name={nameOf(groupBy, group)}
                figure={group}
                onNarrow={onNarrow && (() => onNarrow(group.key))}
                {...row}
              />
            ))}
          </Table.Tbody>
        </Table>
      </OnPaperOrScreen>
      {groups.length > shown && (
        <Button variant="default" size="xs" className={classes.noPrint} onClick={() => setShown(shown + STEP)}>
          {t('oversight.showMore', { number: format.number(Math.min(STEP, groups.length - shown)) })}
        </Button>
      )}
    </>
  );
}

interface Place {
  isPrinting: boolean;
  /** Of the table on a screen, in px. */
  minWidth: number;
  children: ReactNode;
}

/** What is wider than the screen can be scrolled; paper cannot, and its table takes the room that there is. */
function OnPaperOrScreen({ isPrinting, minWidth, children }: Place) {
  if (isPrinting) return children;
  return (
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ tabIndex: -1 }}>
      {children}
    </Table.ScrollContainer>
  );
}

const HOURS = ['medianHours', 'p75Hours', 'p90Hours', 'p95Hours', 'meanHours'] as const;

function Head({
  name,
  counted,
  lasts,
  isOpenKnown,
}: {
  name: string;
  counted: string;
  lasts: boolean;
  isOpenKnown: boolean;
}) {
  const { t } = useTranslation();
  const columns = [
    counted,
    ...(lasts ? [...HOURS.map((hours) => t(`oversight.${hours}`)), t('oversight.withinDeadline')] : []),
    ...(isOpenKnown ? [t('oversight.openNow'), t('oversight.longestOpen')] : []),
  ];
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{name}</Table.Th>
        {columns.map((column) => (
          <Table.Th key={column} className={classes.figure}>
            {column}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
