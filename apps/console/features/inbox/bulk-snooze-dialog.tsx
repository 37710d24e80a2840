import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkOrder } from '#contracts/bulk.http.js';
import { instantOf } from '#domain/time/wall-clock.js';
import { type SnoozeTime, snoozeTimes } from '#domain/triage/snooze-times.js';
import { useFormat } from '../../lib/i18n.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';
import { useSelectedDepartment } from './selected-department.js';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** Times are those of the department's wall clock. */
export function BulkSnoozeDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const { departments, slug } = useSelectedDepartment(props);
  const zone = departments.find((department) => department.slug === slug)?.timeZone ?? 'UTC';
  const [times] = useState(() => snoozeTimes(new Date(), zone));
  const [choice, setChoice] = useState<string>(times[0]?.preset ?? 'pick');
  const [picked, setPicked] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    return orderOf(choice, times, instantIn(picked, zone));
  };
  const words = { title: t('bulk.dialog.snooze.title'), submit: t('bulk.dialog.snooze.submit') };
  return (
    <BulkForm {...props} {...words} order={order}>
      <WhenField times={times} zone={zone} choice={choice} onChange={setChoice} />
      {choice === 'pick' && (
        <TextInput
          type="datetime-local"
          label={t('bulk.dialog.snooze.at', { zone })}
          value={picked}
          onChange={(event) => setPicked(event.currentTarget.value)}
          error={isTried && !orderOf(choice, times, instantIn(picked, zone)) && t('bulk.dialog.snooze.past')}
        />
      )}
    </BulkForm>
  );
}

interface WhenProps {
  times: readonly SnoozeTime[];
  zone: string;
  choice: string;
  onChange: (choice: string) => void;
}

function WhenField({ times, choice, onChange }: WhenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <NativeSelect
      label={t('bulk.dialog.snooze.when')}
      description={t('bulk.dialog.snooze.hint')}
      data-autofocus
      value={choice}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {times.map(({ preset, at }) => (
        <option key={preset} value={preset}>
          {t(`bulk.dialog.snooze.presets.${preset}`, { time: format.dateTime(at.toISOString()) })}
        </option>
      ))}
      <option value="message">{t('bulk.dialog.snooze.presets.message')}</option>
      <option value="pick">{t('bulk.dialog.snooze.presets.pick')}</option>
    </NativeSelect>
  );
}

/** Null while no time to come is chosen. */
function orderOf(choice: string, times: readonly SnoozeTime[], picked: Date | null): BulkOrder | null {
  if (choice === 'message') return { act: 'snooze', untilMessage: true };
  const at = times.find(({ preset }) => preset === choice)?.at ?? picked;
  return at && at.getTime() > Date.now() ? { act: 'snooze', until: at.toISOString(), untilMessage: false } : null;
}

function instantIn(local: string, zone: string): Date | null {
  const [year, month, day, hour, minute] = (LOCAL.exec(local) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return instantOf({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 }, zone);
}
