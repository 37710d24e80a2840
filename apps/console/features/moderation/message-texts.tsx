import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MarkedText } from '../../ui/marked-text.js';
import classes from './moderation.module.css';
import type { QueuedMessage } from './queued-message.js';

interface Props {
  message: QueuedMessage;
  isCovered: boolean;
  onOpen: () => void;
}

/** Covered it is not in the page at all: a screen reader comes upon it no sooner than the eye does. */
export function MessageTexts({ message, isCovered, onOpen }: Props) {
  const { t } = useTranslation();
  const { title, body, findings } = message;
  if (isCovered) {
    return (
      <div className={classes.covered}>
        <p>{t('moderation.covered.text')}</p>
        <Button size="xs" variant="default" onClick={onOpen}>
          {t('moderation.covered.open')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {title?.trim() && (
        <p className={classes.title} dir="auto">
          <MarkedText text={title} findings={findings} field="title" />
        </p>
      )}
      <p className={classes.body} dir="auto">
        <MarkedText text={body} findings={findings} field="body" />
      </p>
    </>
  );
}
