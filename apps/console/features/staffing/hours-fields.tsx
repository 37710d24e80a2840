import { Button, Fieldset, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../lib/day-text.js';
import layout from '../../ui/layout.module.css';
import { type HoursDraft, type HoursProblem, WEEKDAYS } from './hours-draft.js';
import classes from './staffing.module.css';

interface Props {
  draft: HoursDraft;
  onChange: (draft: HoursDraft) => void;
  departmentTimeZone: string | null;
  /** What to complain about; empty until saving was tried. */
  problems: readonly HoursProblem[];
}

/** When an officer works, week by week. */
export function HoursFields({ draft, onChange, departmentTimeZone, problems }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<HoursDraft>) => onChange({ ...draft, ...change });
  return (
    <Fieldset legend={t('staffing.hours.weekly')}>
      <Stack gap="sm">
        <Radio.Group
          aria-label={t('staffing.hours.weekly')}
          value={draft.isFixed ? 'fixed' : 'always'}
          onChange={(value) => set({ isFixed: value === 'fixed' })}
          error={problems.includes('noHours') && t('staffing.hours.noHours')}
        >
          <Stack gap="xs">
            <Radio value="always" label={t('staffing.hours.always')} />
            <Radio value="fixed" label={t('staffing.hours.fixed')} />
          </Stack>
        </Radio.Group>
        {draft.isFixed && (
          <>
            <DayFields days={draft.days} onChange={(days) => set({ days })} isJudged={problems.includes('day')} />
            <ZoneField
              value={draft.timeZone}
              departmentTimeZone={departmentTimeZone}
              onChange={(timeZone) => set({ timeZone })}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}

interface DayProps {
  days: string[];
  onChange: (days: string[]) => void;
  isJudged: boolean;
}

function DayFields({ days, onChange, isJudged }: DayProps) {
  const { t } = useTranslation();
  const [monday = ''] = days;
  const likeMonday = () => onChange(days.map((day, index) => (index > 0 && index < 5 ? monday : day)));
  return (
    <>
      <p id="day-hint" className={classes.hint}>
        {t('staffing.hours.dayHint')}
      </p>
      <div className={layout.days}>
        {WEEKDAYS.map((weekday, index) => (
          <TextInput
            key={weekday}
            label={t(`staffing.hours.weekdays.d${weekday}`)}
            aria-describedby="day-hint"
            autoComplete="off"
            maxLength={100}
            value={days[index] ?? ''}
            onChange={(event) => onChange(days.with(index, event.currentTarget.value))}
            error={isJudged && parseDay(days[index] ?? '') === null && t('staffing.hours.dayWrong')}
          />
        ))}
      </div>
      <div>
        <Button variant="default" size="xs" onClick={likeMonday} disabled={!monday}>
          {t('staffing.hours.copyMonday')}
        </Button>
      </div>
    </>
  );
}

interface ZoneProps {
  value: string;
  departmentTimeZone: string | null;
  onChange: (timeZone: string) => void;
}

const ZONES = Intl.supportedValuesOf('timeZone');

function ZoneField({ value, departmentTimeZone, onChange }: ZoneProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('staffing.hours.zone')}
      maw="22rem"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">
        {departmentTimeZone
          ? t('staffing.hours.departmentZone', { timeZone: departmentTimeZone })
          : t('staffing.hours.departmentZonePlain')}
      </option>
      {value && !ZONES.includes(value) && <option value={value}>{value}</option>}
      {ZONES.map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </NativeSelect>
  );
}
