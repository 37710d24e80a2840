import { useMantineColorScheme } from '@mantine/core';
import { useColorScheme, useElementSize } from '@mantine/hooks';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chart.module.css';
import { type ChartColours, coloursNow } from './chart-colours.js';
import { Notice } from './states.js';

interface Props {
  /** Says what is drawn; whoever cannot see it reads the table instead. */
  label: string;
  height: number;
  optionOf: (colours: ChartColours) => EChartsCoreOption;
  /** A bar, a point or a cell was pressed: which one of the data. */
  onPick?: (index: number) => void;
}

/** A drawing of figures that also stand in a table beside it: it is one picture to assistive technology. */
export function Chart({ label, height, optionOf, onPick }: Props) {
  const { t } = useTranslation();
  const { ref: frame, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading');
  const scheme = useScheme();
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const { init } = await import('./echarts.js');
      if (isGone || !place.current) return;
      chart.current = init(place.current, null, { renderer: 'svg' });
      chart.current.on('click', ({ dataIndex }) => pick.current?.(dataIndex));
      setState('drawn');
    };
    draw().catch(() => !isGone && setState('failed'));
    return () => {
      isGone = true;
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, and change with the scheme
  useEffect(() => {
    if (state !== 'drawn') return;
    chart.current?.setOption({ ...optionOf(coloursNow()), animation: false }, { notMerge: true });
  }, [state, optionOf, scheme]);
  useEffect(() => {
    if (state === 'drawn' && width > 0) chart.current?.resize({ width, height });
  }, [state, width, height]);
  return (
    <div ref={frame} className={classes.frame}>
      {state === 'failed' && <Notice tone="warn">{t('oversight.noChart')}</Notice>}
      <div role="img" aria-label={label} className={classes.chart} style={{ height: state === 'failed' ? 0 : height }}>
        <div ref={place} aria-hidden="true" className={onPick ? classes.open : undefined} />
      </div>
    </div>
  );
}

/** What is shown now, whether the officer or the machine chose it. */
function useScheme(): string {
  const { colorScheme } = useMantineColorScheme();
  const machine = useColorScheme();
  return colorScheme === 'auto' ? machine : colorScheme;
}
