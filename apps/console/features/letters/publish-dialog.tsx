import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../lib/focus.js';
import { Changed, type LetterActProps } from './letter-acts.js';
import classes from './letters.module.css';
import { PrintedLetter } from './printed-letter.js';

/** The last look: the exact text and the name, and the fingerprint that the approval named. */
export function PublishDialog({ letter, acts, printed, onClose }: LetterActProps & { onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const { submission } = letter;
  if (!submission) return null;
  const { contentHash } = submission;
  const publish = () => void acts.run({ verb: 'publish', body: { contentHash } }).then(onClose, () => undefined);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('letters.publishDialog.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        {acts.hasChanged && <Changed status={letter.status} />}
        <Text>{t('letters.publishDialog.lead')}</Text>
        <div className={classes.sheet}>
          <PrintedLetter text={printed.text} />
        </div>
        <Text size="xs" c="dimmed">
          {t('letters.fingerprint')}: <code>{contentHash}</code>
        </Text>
        <Group>
          <Button data-autofocus loading={acts.isPending} onClick={publish}>
            {t('letters.publishDialog.submit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
