import { NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FigureGroupView, Figures } from '#contracts/oversight.http.js';
import { weekdayWords } from '../../lib/hour-words.js';
import { withQuery } from '../../lib/http.js';
import { useFormat, useLanguage } from '../../lib/i18n.js';
import { LOCALE } from '../../lib/languages.js';
import { Chart } from '../../ui/chart.js';
import type { ChartColours } from '../../ui/chart-colours.js';
import { heatOption } from './chart-options.js';
import { hasDurations, hoursWords } from './figure-facts.js';
import { useGroupName } from './figure-words.js';
import classes from './oversight.module.css';

const HEIGHT = 340;
const SHADES = ['n', 'medianHours'] as const;
type Shade = (typeof SHADES)[number];

/** The hours of the week, shaded by how many or by how long. */
export function HeatMap({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const locale = LOCALE[useLanguage()];
  const nameOf = useGroupName();
  const navigate = useNavigate();
  const [shade, setShade] = useState<Shade>('n');
  const { measure, groups } = figures;
  const lasts = hasDurations(measure);
  const by = lasts ? shade : 'n';
  const optionOf = useCallback(
    (colours: ChartColours) => {
      const words = (group: FigureGroupView) =>
        [
          nameOf('weekday-hour', group),
          `n = ${format.number(group.n)}`,
          ...(lasts ? [`${t('oversight.medianHours')}: ${hoursWords(group.medianHours, format)}`] : []),
        ].join('\n');
      return heatOption(
        {
          days: [1, 2, 3, 4, 5, 6, 7].map((day) => weekdayWords(day, locale, 'short')),
          hours: Array.from({ length: 24 }, (_, hour) => String(hour)),
          cells: groups.map((group) => {
            const [weekday = 1, hour = 0] = group.key.split('-').map(Number);
            return { day: weekday - 1, hour, value: group[by], words: words(group) };
          }),
          formatValue: (value) => (by === 'n' ? format.number(Math.round(value)) : format.hours(value)),
        },
        colours,
      );
    },
    [groups, by, lasts, locale, format, nameOf, t],
  );
  const open = (index: number) => {
    const group = groups[index];
    if (group) void navigate(withQuery('/inbox', group.opens));
  };
  const label = t('oversight.heatLabel', { measure: t(`oversight.measures.${measure}`) });
  return (
    <>
      {lasts && (
        <NativeSelect
          size="xs"
          className={classes.shade}
          label={t('oversight.shade')}
          value={shade}
          onChange={(event) => setShade(SHADES.find((one) => one === event.currentTarget.value) ?? 'n')}
          data={SHADES.map((value) => ({ value, label: t(`oversight.shades.${value}`) }))}
        />
      )}
      <Chart label={label} height={HEIGHT} optionOf={optionOf} onPick={open} />
    </>
  );
}
