import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../lib/focus.js';
import { Changed, type LetterActProps } from './letter-acts.js';

export function ReturnDialog({ letter, acts, onClose }: LetterActProps & { onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!note.trim()) return;
    void acts.run({ verb: 'return', body: { note: note.trim() } }).then(onClose, () => undefined);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('letters.returnDialog.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
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
          <Group>
            <Button type="submit" loading={acts.isPending}>
              {t('letters.returnDialog.submit')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
