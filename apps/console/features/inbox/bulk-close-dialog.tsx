import { useTranslation } from 'react-i18next';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';

export function BulkCloseDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const why = useRequiredReason(t('bulk.dialog.required'));
  const order = () => {
    const reason = why.given();
    return reason ? { act: 'close' as const, reason } : null;
  };
  return (
    <BulkForm {...props} title={t('bulk.dialog.close.title')} submit={t('bulk.dialog.close.submit')} order={order}>
      <ReasonField
        label={t('bulk.dialog.close.reason')}
        description={t('bulk.dialog.close.reasonHint')}
        data-autofocus
        {...why.field}
      />
    </BulkForm>
  );
}
