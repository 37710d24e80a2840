import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOfLocal } from '#domain/time/wall-clock.js';
import { SNOOZE_LIMIT_DAYS } from '#domain/triage/snooze.js';
import { isPastPromise, snoozeTimes } from '#domain/triage/snooze-times.js';
import { formatOf } from '../../lib/format.js';
import { useLanguage } from '../../lib/i18n.js';
import { ReasonField } from '../../ui/reason-field.js';
import { Notice } from '../../ui/states.js';
import { ActDialog } from './act-dialog.js';
import type { TriageDialogProps } from './use-triage.js';

const DAY_MS = 24 * 3_600_000;

/** All times are those of the department's wall clock. */
export function SnoozeDialog(props: TriageDialogProps) {
  const { t } = useTranslation();
  const { department, answerDueAt } = props.conversation;
  const format = formatOf(useLanguage(), department.timeZone);
  const [times] = useState(() => snoozeTimes(new Date(), department.timeZone));
  const [choice, setChoice] = useState<string>(times[0]?.preset ?? 'message');
  const [local, setLocal] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const preset = times.find((time) => time.preset === choice)?.at;
  const picked = choice === 'pick' ? possible(instantOfLocal(local, department.timeZone)) : null;
  const until = preset ?? picked;
  const isForMessage = choice === 'message';
  const order = () => {
    setTried(true);
    if (!until && !isForMessage) return null;
    const time = until ? format.dateTime(until) : '';
    return {
      verb: 'snooze' as const,
      body: { until: until?.toISOString(), untilMessage: isForMessage, reason: reason.trim() || undefined },
      done: isForMessage ? t('triage.done.snoozeForMessage') : t('triage.done.snooze', { time }),
      undo: { verb: 'wake' as const },
    };
  };
  return (
    <ActDialog {...props} title={t('triage.snoozeDialog.title')} submit={t('triage.snoozeDialog.submit')} order={order}>
      <Text size="sm">{t('triage.snoozeDialog.lead')}</Text>
      <Radio.Group
        label={t('triage.snoozeDialog.when')}
        description={t('triage.snoozeDialog.zone', { zone: department.timeZone })}
        value={choice}
        onChange={setChoice}
      >
        <Stack gap="xs" mt="xs">
          {times.map(({ preset: name, at }, index) => (
            <Radio
              key={name}
              value={name}
              label={t(`triage.snoozeDialog.${name}`, { time: format.dateTime(at) })}
              data-autofocus={index === 0 || undefined}
            />
          ))}
          <Radio
            value="message"
            label={t('triage.snoozeDialog.message')}
            description={t('triage.snoozeDialog.messageHint')}
          />
          <Radio value="pick" label={t('triage.snoozeDialog.pick')} />
        </Stack>
      </Radio.Group>
      {choice === 'pick' && (
        <TextInput
          type="datetime-local"
          label={t('triage.snoozeDialog.pickLabel')}
          value={local}
          onChange={(event) => setLocal(event.currentTarget.value)}
          error={isTried && !picked && t('triage.snoozeDialog.pickMissing')}
        />
      )}
      {until && answerDueAt && isPastPromise(until, new Date(answerDueAt)) && (
        <Notice tone="warn">{t('triage.snoozeDialog.late', { time: format.dateTime(answerDueAt) })}</Notice>
      )}
      <ReasonField
        label={t('triage.reason')}
        description={t('triage.reasonHint')}
        minRows={1}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
}

/** Null for what is past or too far away. */
function possible(at: Date | null): Date | null {
  const now = Date.now();
  return at && at.getTime() > now && at.getTime() < now + SNOOZE_LIMIT_DAYS * DAY_MS ? at : null;
}
