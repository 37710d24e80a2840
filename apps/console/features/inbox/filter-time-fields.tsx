import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INBOX_DEADLINES } from '#contracts/inbox.http.js';
import { useFormat } from '../../lib/i18n.js';
import type { FilterFieldsProps } from './filter-list-fields.js';

const HOUR_MS = 3_600_000;
const WAITING_HOURS = ['4', '24', '72', '168', '720'] as const;
const DEADLINES = [...INBOX_DEADLINES, '4', '24', '72', '168'] as const;
export function FilterTimeFields({ draft, change }: FilterFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hoursWords = (hours: number) => format.duration(hours * HOUR_MS);
  const deadline = draft.deadline ?? (draft.dueWithinHours ? String(draft.dueWithinHours) : '');
  const setDeadline = (value: string) =>
    change({
      deadline: INBOX_DEADLINES.find((one) => one === value),
      dueWithinHours: Number(value) > 0 ? Number(value) : undefined,
    });
  return (
    <>
      <NativeSelect
        label={t('triage.filter.waitingHours')}
        value={draft.waitingHours ? String(draft.waitingHours) : ''}
        onChange={(event) => change({ waitingHours: Number(event.currentTarget.value) || undefined })}
      >
        <option value="">{t('triage.filter.any')}</option>
        {WAITING_HOURS.map((hours) => (
          <option key={hours} value={hours}>
            {t(`triage.filter.hours.${hours}`)}
          </option>
        ))}
        <Unlisted value={draft.waitingHours} listed={WAITING_HOURS} words={hoursWords} />
      </NativeSelect>
      <NativeSelect
        label={t('triage.filter.deadline')}
        value={deadline}
        onChange={(event) => setDeadline(event.currentTarget.value)}
      >
        <option value="">{t('triage.filter.any')}</option>
        {DEADLINES.map((one) => (
          <option key={one} value={one}>
            {t(`triage.filter.deadlines.${one}`)}
          </option>
        ))}
        <Unlisted
          value={draft.dueWithinHours}
          listed={DEADLINES}
          words={(hours) => t('triage.filter.chip.dueWithin', { duration: hoursWords(hours) })}
        />
      </NativeSelect>
    </>
  );
}

interface UnlistedProps {
  value: number | undefined;
  listed: readonly string[];
  words: (hours: number) => string;
}

/** An address or a saved view may ask for any number of hours. */
function Unlisted({ value, listed, words }: UnlistedProps) {
  if (value === undefined || listed.includes(String(value))) return null;
  return <option value={String(value)}>{words(value)}</option>;
}
