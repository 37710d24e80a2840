import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type Priority } from '#domain/conversations/priority.js';
import { ReasonField } from '../../ui/reason-field.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';

export function BulkPriorityDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const [priority, setPriority] = useState<Priority>('high');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = priority === 'urgent' && !reason.trim();
  const order = () => {
    setTried(true);
    return isMissing ? null : { act: 'priority' as const, priority, reason: reason.trim() || undefined };
  };
  const words = { title: t('bulk.dialog.priority.title'), submit: t('bulk.dialog.priority.submit') };
  return (
    <BulkForm {...props} {...words} order={order}>
      <NativeSelect
        label={t('bulk.dialog.priority.priority')}
        data-autofocus
        value={priority}
        onChange={(event) => setPriority(PRIORITIES.find((one) => one === event.currentTarget.value) ?? priority)}
      >
        {PRIORITIES.map((one) => (
          <option key={one} value={one}>
            {t(`bulk.priorities.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <ReasonField
        label={t('bulk.dialog.priority.reason')}
        description={t('bulk.dialog.priority.reasonHint')}
        value={reason}
        onChange={setReason}
        error={isTried && isMissing && t('bulk.dialog.required')}
      />
    </BulkForm>
  );
}
