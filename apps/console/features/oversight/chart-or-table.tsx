import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrinting } from '../../lib/printing.js';
import { keep, recall } from '../../lib/storage.js';
import classes from './oversight.module.css';

const KEY = 'answerable:figures-as';
const WAYS = ['chart', 'table'] as const;
type Way = (typeof WAYS)[number];

interface Props {
  label: string;
  chart: ReactNode;
  table: ReactNode;
}

/** The same figures drawn or written; what was chosen last is how they come next time. */
export function ChartOrTable({ label, chart, table }: Props) {
  const { t } = useTranslation();
  const isPrinting = usePrinting();
  const [way, setWay] = useState<Way>(() => (recall(KEY) === 'table' ? 'table' : 'chart'));
  const choose = (chosen: string) => {
    const next = WAYS.find((one) => one === chosen) ?? 'chart';
    keep(KEY, next);
    setWay(next);
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('oversight.shownAs', { label })}
        className={`${classes.ways} ${classes.noPrint}`}
        value={way}
        onChange={choose}
        data={WAYS.map((value) => ({ value, label: t(`oversight.ways.${value}`) }))}
      />
      {way === 'table' || isPrinting ? table : chart}
    </>
  );
}
