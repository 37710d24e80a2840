import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FigureGroupView, Figures } from '#contracts/oversight.http.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import { withQuery } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { Chart } from '../../ui/chart.js';
import type { ChartColours } from '../../ui/chart-colours.js';
import { courseOption } from './chart-options.js';
import { hasDurations, hoursWords } from './figure-facts.js';
import { useGroupName } from './figure-words.js';

const HEIGHT = 320;
const LINES = ['medianHours', 'p90Hours'] as const;

/** How long and how many, along the days or the hours of the day. */
export function CourseChart({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useGroupName();
  const navigate = useNavigate();
  const { measure, groupBy, total } = figures;
  const groups = useMemo(() => withoutGaps(figures), [figures]);
  const optionOf = useCallback(
    (colours: ChartColours) =>
      courseOption(
        {
          names: groups.map((group) => nameOf(groupBy, group)),
          lines: hasDurations(measure)
            ? LINES.map((name) => ({ name: t(`oversight.${name}`), values: groups.map((group) => group[name]) }))
            : [],
          counts: { name: t(`oversight.counted.${measure}`), values: groups.map(({ n }) => n) },
          hoursName: t('oversight.hours'),
          formatHours: (hours) => hoursWords(hours, format),
          formatCount: format.number,
        },
        colours,
      ),
    [groups, groupBy, measure, nameOf, t, format],
  );
  const open = (index: number) => {
    const group = groups[index];
    if (group && group.n > 0) void navigate(withQuery('/inbox', group.opens));
  };
  const label = t('oversight.chartLabel', {
    measure: t(`oversight.measures.${measure}`),
    group: t(`oversight.groups.${groupBy}`),
    n: format.number(total.n),
    median: hoursWords(total.medianHours, format),
  });
  return <Chart label={label} height={HEIGHT} optionOf={optionOf} onPick={open} />;
}

const EMPTY = {
  ...{ n: 0, medianHours: null, p75Hours: null, p90Hours: null, p95Hours: null, meanHours: null },
  ...{ label: null, opens: {}, open: null, timed: 0, withinFiveDays: 0, withinSevenDays: 0 },
  within: { n: 0, of: 0, share: null },
};

/** A day or an hour in which nothing ended is a gap in the picture, not a missing place. */
function withoutGaps({ groupBy, groups }: Figures): readonly FigureGroupView[] {
  const known = new Map(groups.map((group) => [group.key, group]));
  const keys = keysOf(groupBy, [...known.keys()].sort());
  return keys.map((key) => known.get(key) ?? { ...EMPTY, key });
}

function keysOf(groupBy: Figures['groupBy'], known: readonly string[]): readonly string[] {
  if (groupBy === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || (groupBy !== 'day' && groupBy !== 'month')) return known;
  const next = groupBy === 'day' ? (key: string) => addDays(key, 1) : monthAfter;
  const keys = [first];
  for (let key = next(first); key <= last; key = next(key)) keys.push(key);
  return keys;
}

function monthAfter(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7);
}
