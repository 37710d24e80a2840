import { NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FIGURE_CLOCKS } from '#contracts/oversight.http.js';
import { viewerTimeZone } from '../../lib/format.js';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import classes from './oversight.module.css';
import { COMPARISONS, type OversightQuery, type Period, PRESETS, ZONES } from './oversight-query.js';
import { useChange } from './use-change.js';

interface Props {
  query: OversightQuery;
  /** What the preset comes to. */
  period: Period;
}

/** Which days, of whom, by which clock, and beside what. */
export function FigureControls({ query, period }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { departments } = useMe();
  const change = useChange();
  const first = useRef<HTMLSelectElement>(null);
  useShortcuts('page', {
    filter: { keys: ['/'], words: t('keys.acts.filter'), run: () => first.current?.focus() },
  });
  const choosePreset = (preset: string) =>
    change(preset === 'own' ? { preset, ...period } : { preset, from: undefined, to: undefined });
  return (
    <div className={classes.controls}>
      <NativeSelect
        ref={first}
        label={t('oversight.period')}
        value={query.preset}
        onChange={(event) => choosePreset(event.currentTarget.value)}
        data={PRESETS.map((value) => ({ value, label: t(`oversight.presets.${value}`) }))}
      />
      {query.preset === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(`oversight.${end}`)}
            value={query[end] ?? ''}
            onChange={(event) => change({ [end]: event.currentTarget.value })}
          />
        ))}
      {departments.length > 1 && (
        <NativeSelect
          label={t('oversight.department')}
          value={query.department ?? ''}
          onChange={(event) => change({ department: event.currentTarget.value })}
        >
          <option value="">{t('oversight.everyDepartment')}</option>
          {departments.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {localised(name)}
            </option>
          ))}
        </NativeSelect>
      )}
      <NativeSelect
        label={t('oversight.clock')}
        value={query.clock}
        onChange={(event) => change({ clock: event.currentTarget.value })}
        data={FIGURE_CLOCKS.map((value) => ({ value, label: t(`oversight.clocks.${value}`) }))}
      />
      <NativeSelect
        label={t('oversight.days')}
        value={query.zone}
        onChange={(event) => change({ zone: event.currentTarget.value })}
        data={ZONES.map((value) => ({
          value,
          label: t(`oversight.zones.${value}`, { timeZone: viewerTimeZone() }),
        }))}
      />
      <NativeSelect
        label={t('oversight.compare')}
        value={query.compare}
        onChange={(event) => change({ compare: event.currentTarget.value })}
        data={COMPARISONS.map((value) => ({ value, label: t(`oversight.comparisons.${value}`) }))}
      />
    </div>
  );
}
