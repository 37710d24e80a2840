import { Button, Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import layout from '../../ui/layout.module.css';
import type { CalendarForm, FormProblem } from './calendar-form.js';
import classes from './calendars.module.css';
import { WEEKDAYS } from './week-words.js';

interface Props {
  form: CalendarForm;
  onChange: (change: Partial<CalendarForm>) => void;
  problems: ReadonlySet<FormProblem>;
}

const ZONES = Intl.supportedValuesOf('timeZone');

/** Hours of each weekday as people write them, on the wall clock of one zone. */
export function WeekFields({ form: { days, timeZone }, onChange, problems }: Props) {
  const { t } = useTranslation();
  const [monday = ''] = days;
  const likeMonday = () => onChange({ days: days.map((day, index) => (index > 0 && index < 5 ? monday : day)) });
  return (
    <Fieldset legend={t('calendars.form.week')}>
      <Stack gap="sm">
        <p id="week-hint" className={classes.fact}>
          {t('calendars.form.weekHint')}
        </p>
        <div className={layout.days}>
          {WEEKDAYS.map((weekday, index) => (
            <TextInput
              key={weekday}
              label={t(`calendars.weekdays.d${weekday}`)}
              aria-describedby="week-hint"
              autoComplete="off"
              maxLength={120}
              value={days[index] ?? ''}
              onChange={(event) => onChange({ days: days.with(index, event.currentTarget.value) })}
              error={problems.has(`day-${index}`) && t('calendars.form.dayWrong')}
            />
          ))}
        </div>
        <div>
          <Button variant="default" size="xs" onClick={likeMonday} disabled={!monday}>
            {t('calendars.form.copyMonday')}
          </Button>
        </div>
        <NativeSelect
          label={t('calendars.form.zone')}
          maw="22rem"
          value={timeZone}
          onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
        >
          {!ZONES.includes(timeZone) && <option value={timeZone}>{timeZone}</option>}
          {ZONES.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </NativeSelect>
      </Stack>
    </Fieldset>
  );
}
