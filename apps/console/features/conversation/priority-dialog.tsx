import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { ReasonField } from '../../ui/reason-field.js';
import { ActDialog } from './act-dialog.js';
import type { TriageDialogProps } from './use-triage.js';

export function PriorityDialog(props: TriageDialogProps) {
  const { t } = useTranslation();
  const { priority: before } = props.conversation;
  const [priority, setPriority] = useState<string>(before);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = priority === 'urgent' && !reason.trim();
  const order = () => {
    setTried(true);
    const wanted = PRIORITIES.find((one) => one === priority);
    if (!wanted || isMissing) return null;
    const body = { priority: wanted, reason: reason.trim() || undefined };
    // Back to urgent it needs a reason again.
    const undo = { verb: 'priority' as const, body: { priority: before, reason: t('triage.acts.undo') } };
    const done = t('triage.done.priority', { priority: t(`triage.priority.${wanted}`) });
    return { verb: 'priority' as const, body, done, undo };
  };
  return (
    <ActDialog
      {...props}
      title={t('triage.priorityDialog.title')}
      submit={t('triage.priorityDialog.submit')}
      order={order}
    >
      <Radio.Group aria-label={t('triage.priorityDialog.title')} value={priority} onChange={setPriority}>
        <Stack gap="xs">
          {PRIORITIES.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`triage.priority.${one}`)}
              data-autofocus={one === before || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonField
        label={t('triage.reason')}
        description={t('triage.reasonHint')}
        withAsterisk={priority === 'urgent'}
        value={reason}
        onChange={setReason}
        error={isTried && isMissing && t('triage.reasonMissing')}
      />
    </ActDialog>
  );
}
