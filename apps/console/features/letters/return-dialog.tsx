import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import { Changed, type LetterActProps } from './letter-acts.js';

export function ReturnDialog({ letter, acts, onClose }: LetterActProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const why = useRequiredReason(t('letters.returnDialog.missing'));
  const submit = () => {
    const note = why.given();
    if (note) void acts.run({ verb: 'return', body: { note } }).then(onClose, () => undefined);
  };
  return (
    <FormDialog
      title={t('letters.returnDialog.title')}
      submit={t('letters.returnDialog.submit')}
      isPending={acts.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {acts.hasChanged && <Changed status={letter.status} />}
      <ReasonField
        label={t('letters.returnDialog.note')}
        description={t('letters.returnDialog.noteHint')}
        data-autofocus
        minRows={4}
        maxLength={2_000}
        {...why.field}
      />
    </FormDialog>
  );
}
