import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkForm, type BulkFormProps } from './bulk-form.js';

export function BulkCloseDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    return reason.trim() ? { act: 'close' as const, reason: reason.trim() } : null;
  };
  return (
    <BulkForm {...props} title={t('bulk.dialog.close.title')} submit={t('bulk.dialog.close.submit')} order={order}>
      <Textarea
        label={t('bulk.dialog.close.reason')}
        description={t('bulk.dialog.close.reasonHint')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && !reason.trim() && t('bulk.dialog.required')}
      />
    </BulkForm>
  );
}
