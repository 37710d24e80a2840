import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterStatus } from '#domain/letters/letter.lifecycle.js';
import classes from './letters.module.css';

/** Editing a text under review is an act with consequences: said before, not after. */
export function Unlock({ status, onUnlock }: { status: LetterStatus; onUnlock: () => void }) {
  const { t } = useTranslation();
  if (status !== 'in-review' && status !== 'approved') return null;
  return (
    <Group className={classes.unlock} gap="sm">
      <Button size="xs" variant="default" onClick={onUnlock}>
        {t('letters.unlock.button')}
      </Button>
      <Text size="sm" c="dimmed">
        {t(`letters.unlock.${status}`)}
      </Text>
    </Group>
  );
}
