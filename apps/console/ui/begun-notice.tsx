import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './states.js';

/** A form shows what was begun before: said, so that nobody takes it for what is in force. */
export function BegunNotice({ onDrop }: { onDrop: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="info">
      {t('common.begun')}
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={onDrop}>
          {t('common.startAnew')}
        </Button>
      </Group>
    </Notice>
  );
}
