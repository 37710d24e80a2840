import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from './act-bar.js';
import { ActDialog } from './act-dialog.js';

export function CloseDialog({ conversation, acts, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    return reason.trim() ? { verb: 'close' as const, body: { reason: reason.trim() } } : null;
  };
  return (
    <ActDialog
      title={t('conversation.closeDialog.title')}
      submit={t('conversation.closeDialog.submit')}
      order={order}
      conversation={conversation}
      acts={acts}
      onClose={onClose}
    >
      <Textarea
        label={t('conversation.closeDialog.reason')}
        description={t('conversation.closeDialog.reasonHint')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && !reason.trim() && t('conversation.required')}
      />
    </ActDialog>
  );
}
