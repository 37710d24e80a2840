import { useTranslation } from 'react-i18next';
import type { BulkActName } from '#contracts/bulk.http.js';
import { BulkAssignDialog } from './bulk-assign-dialog.js';
import { BulkCloseDialog } from './bulk-close-dialog.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';
import { BulkPriorityDialog } from './bulk-priority-dialog.js';
import { BulkSnoozeDialog } from './bulk-snooze-dialog.js';
import { BulkTagDialog } from './bulk-tag-dialog.js';
import { BulkTransferDialog } from './bulk-transfer-dialog.js';

export function BulkDialog({ act, ...props }: BulkFormProps & { act: BulkActName }) {
  switch (act) {
    case 'claim':
      return <BulkClaimDialog {...props} />;
    case 'assign':
      return <BulkAssignDialog {...props} />;
    case 'tag':
      return <BulkTagDialog {...props} />;
    case 'priority':
      return <BulkPriorityDialog {...props} />;
    case 'snooze':
      return <BulkSnoozeDialog {...props} />;
    case 'transfer':
      return <BulkTransferDialog {...props} />;
    case 'close':
      return <BulkCloseDialog {...props} />;
  }
}

function BulkClaimDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const words = { title: t('bulk.dialog.claim.title'), submit: t('bulk.dialog.claim.submit') };
  return <BulkForm {...props} {...words} order={() => ({ act: 'claim' })} />;
}
