import { Button, Fieldset, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EXCEPTIONS_LIMIT } from '#contracts/calendars.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import type { CalendarForm, ExceptionFields as Fields, FormProblem } from './calendar-form.js';
import classes from './calendars.module.css';

interface Props {
  exceptions: CalendarForm['exceptions'];
  /** Those of other years stay out of sight, unless something is wrong with them. */
  year: number;
  onChange: (exceptions: CalendarForm['exceptions']) => void;
  problems: ReadonlySet<FormProblem>;
}

/** What is said of single dates, above holidays and the week. */
export function ExceptionFields({ exceptions, year, onChange, problems }: Props) {
  const { t } = useTranslation();
  const isWrong = ({ key }: Fields) =>
    (['date', 'twice', 'hours'] as const).some((kind) => problems.has(`${kind}-${key}`));
  const isNew = ({ date }: Fields) => date === '' || date.startsWith(`${year}-`);
  const shown = exceptions.filter((day) => isNew(day) || isWrong(day));
  const elsewhere = exceptions.length - shown.length;
  const change = (key: number, fields: Partial<Fields>) =>
    onChange(exceptions.map((day) => (day.key === key ? { ...day, ...fields } : day)));
  const add = () => {
    const key = Math.max(-1, ...exceptions.map((day) => day.key)) + 1;
    onChange([...exceptions, { key, date: '', name: { en: '', zh: '' }, hours: '' }]);
  };
  return (
    <Fieldset legend={t('calendars.form.exceptions', { year })}>
      <Stack gap="sm">
        <p className={classes.fact}>{t('calendars.form.exceptionsHint')}</p>
        {shown.map((day) => (
          <Row
            key={day.key}
            day={day}
            problems={problems}
            onChange={(fields) => change(day.key, fields)}
            onRemove={() => onChange(exceptions.filter(({ key }) => key !== day.key))}
          />
        ))}
        {elsewhere > 0 && (
          <p className={classes.fact}>{t('calendars.form.exceptionsElsewhere', { count: elsewhere })}</p>
        )}
        <div>
          <Button size="xs" variant="default" onClick={add} disabled={exceptions.length >= EXCEPTIONS_LIMIT}>
            {t('calendars.form.add')}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

interface RowProps {
  day: Fields;
  problems: ReadonlySet<FormProblem>;
  onChange: (fields: Partial<Fields>) => void;
  onRemove: () => void;
}

function Row({ day: { key, date, name, hours }, problems, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const dateProblem =
    (problems.has(`date-${key}`) && t('calendars.form.dateWrong')) ||
    (problems.has(`twice-${key}`) && t('calendars.form.dateTwice'));
  return (
    <div className={classes.exception}>
      <TextInput
        type="date"
        label={t('calendars.form.exceptionDate')}
        min="1970-01-01"
        max="2199-12-31"
        value={date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
        error={dateProblem}
      />
      <TextInput
        label={t('calendars.form.exceptionName')}
        maxLength={120}
        value={localised(name)}
        onChange={(event) => onChange({ name: { en: event.currentTarget.value, zh: event.currentTarget.value } })}
      />
      <TextInput
        label={t('calendars.form.exceptionHours')}
        placeholder={t('calendars.year.off')}
        autoComplete="off"
        maxLength={120}
        value={hours}
        onChange={(event) => onChange({ hours: event.currentTarget.value })}
        error={problems.has(`hours-${key}`) && t('calendars.form.dayWrong')}
      />
      <Button
        variant="default"
        onClick={onRemove}
        aria-label={t('calendars.form.remove', { date: date ? format.localDate(date) : '' })}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}
