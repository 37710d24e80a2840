import { useTranslation } from 'react-i18next';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import type { DialogProps } from './act-bar.js';
import { ActDialog } from './act-dialog.js';

export function CloseDialog({ conversation, acts, onClose }: DialogProps) {
  const { t } = useTranslation();
  const why = useRequiredReason(t('conversation.required'));
  const order = () => {
    const reason = why.given();
    return reason ? { verb: 'close' as const, body: { reason } } : null;
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
      <ReasonField
        label={t('conversation.closeDialog.reason')}
        description={t('conversation.closeDialog.reasonHint')}
        data-autofocus
        {...why.field}
      />
    </ActDialog>
  );
}
