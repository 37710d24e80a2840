import { Fieldset, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { LOCALE } from '../../lib/languages.js';
import layout from '../../ui/layout.module.css';
import { Failure, Loading } from '../../ui/states.js';
import type { CalendarForm } from './calendar-form.js';
import classes from './calendars.module.css';
import { regionsQuery } from './calendars.queries.js';
import { useDayWords } from './use-day-words.js';

interface Props {
  form: CalendarForm;
  onChange: (change: Partial<CalendarForm>) => void;
}

/** Whose public holidays: a country, and its parts where they have some of their own. */
export function HolidayFields({ form: { country, state, region }, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useDayWords();
  const countries = useQuery(regionsQuery({}));
  const states = useQuery({ ...regionsQuery({ country }), enabled: country !== '' });
  const regions = useQuery({ ...regionsQuery({ country, state }), enabled: country !== '' && state !== '' });
  const inOrder = (countries.data?.items ?? [])
    .map(({ code }) => ({ code, name: words.country(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, LOCALE[language]));
  return (
    <Fieldset legend={t('calendars.form.holidays')}>
      <Stack gap="sm">
        <p className={classes.fact}>{t('calendars.form.holidaysHint')}</p>
        {countries.isPending && <Loading />}
        {countries.isError && <Failure error={countries.error} onRetry={() => void countries.refetch()} />}
        {countries.data && (
          <div className={layout.fields}>
            <Choice
              label={t('calendars.form.country')}
              none={t('calendars.form.noCountry')}
              items={inOrder}
              value={country}
              onChange={(code) => onChange({ country: code, state: '', region: '' })}
            />
            <Choice
              label={t('calendars.form.state')}
              none={t('calendars.form.whole')}
              items={states.data?.items ?? []}
              value={state}
              onChange={(code) => onChange({ state: code, region: '' })}
            />
            <Choice
              label={t('calendars.form.region')}
              none={t('calendars.form.whole')}
              items={regions.data?.items ?? []}
              value={region}
              onChange={(code) => onChange({ region: code })}
            />
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}

interface ChoiceProps {
  label: string;
  none: string;
  items: readonly { code: string; name: string }[];
  value: string;
  onChange: (code: string) => void;
}

/** Not there where there is nothing to choose. */
function Choice({ label, none, items, value, onChange }: ChoiceProps) {
  if (items.length === 0 && !value) return null;
  return (
    <NativeSelect label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{none}</option>
      {items.length === 0 && <option value={value}>{value}</option>}
      {items.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
