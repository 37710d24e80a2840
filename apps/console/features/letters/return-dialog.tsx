import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/form-dialog.js';
import { Changed, type LetterActProps } from './letter-acts.js';

export function ReturnDialog({ letter, acts, onClose }: LetterActProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!note.trim()) return;
    void acts.run({ verb: 'return', body: { note: note.trim() } }).then(onClose, () => undefined);
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
      <Textarea
        label={t('letters.returnDialog.note')}
        description={t('letters.returnDialog.noteHint')}
        data-autofocus
        autosize
        minRows={4}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={isTried && !note.trim() && t('letters.returnDialog.missing')}
      />
    </FormDialog>
  );
}
