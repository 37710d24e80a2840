import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce.js';
import classes from './copyable.module.css';
import { Icon } from './icons.js';

const SHOWN_MS = 1_500;

/** A reference that people read out and paste elsewhere. */
export function Copyable({ text }: { text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(text);
    announce(done ? t('common.copied') : t('common.copyFailed'));
    if (!done) return;
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <span className={classes.root}>
      <code className={classes.code}>{text}</code>
      <ActionIcon
        variant="transparent"
        color="gray"
        size="sm"
        onClick={copy}
        aria-label={`${t('common.copy')} ${text}`}
      >
        <Icon name={isCopied ? 'check' : 'copy'} size={14} />
      </ActionIcon>
    </span>
  );
}

/** Words of the officer, to be put elsewhere. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const copy = async () => announce((await copyText(text)) ? t('common.copied') : t('common.copyFailed'));
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      {t('conversation.composer.copyText')}
    </Button>
  );
}

/** The clipboard exists only in secure contexts; a desk on plain http in an intranet has none. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
