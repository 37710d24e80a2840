import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RESPONSE_TIME_GROUPS } from '#contracts/oversight.http.js';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import classes from './oversight.module.css';
import { type OversightRange, PRESETS } from './oversight-range.js';

interface Props {
  range: OversightRange;
  /** What the preset comes to. */
  dates: { from?: string; to?: string };
}

export function RangeControls({ range, dates }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { departments } = useMe();
  const [, setSearch] = useSearchParams();
  const first = useRef<HTMLSelectElement>(null);
  useShortcuts('page', {
    filter: { keys: ['/'], words: t('keys.acts.filter'), run: () => first.current?.focus() },
  });
  const change = (changes: Partial<Record<keyof OversightRange, string>>) =>
    setSearch(
      (search) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value) search.set(name, value);
          if (!value) search.delete(name);
        }
        return search;
      },
      { replace: true },
    );
  const choosePreset = (preset: string) =>
    change(preset === 'own' ? { preset, ...dates } : { preset, from: '', to: '' });
  return (
    <div className={classes.controls}>
      <NativeSelect
        ref={first}
        label={t('oversight.period')}
        value={range.preset}
        onChange={(event) => choosePreset(event.currentTarget.value)}
      >
        {PRESETS.map((preset) => (
          <option key={preset} value={preset}>
            {t(`oversight.presets.${preset}`)}
          </option>
        ))}
      </NativeSelect>
      {range.preset === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(`oversight.${end}`)}
            value={range[end] ?? ''}
            onChange={(event) => change({ [end]: event.currentTarget.value })}
          />
        ))}
      {departments.length > 1 && (
        <NativeSelect
          label={t('oversight.department')}
          value={range.department ?? ''}
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
      <SegmentedControl
        aria-label={t('oversight.groupBy')}
        className={classes.groupBy}
        value={range.groupBy}
        onChange={(groupBy) => change({ groupBy })}
        data={RESPONSE_TIME_GROUPS.map((value) => ({ value, label: t(`oversight.groups.${value}`) }))}
      />
    </div>
  );
}
