import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFocusAfter } from '../../lib/focus.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { AssignDialog } from './assign-dialog.js';
import { CloseDialog } from './close-dialog.js';
import { ConflictNotice } from './conflict-notice.js';
import classes from './conversation.module.css';
import { TransferDialog } from './transfer-dialog.js';
import type { useAct } from './use-act.js';
import { useWriteLetter } from './use-write-letter.js';

export interface DialogProps {
  conversation: ConversationView;
  acts: ReturnType<typeof useAct>;
  onClose: () => void;
}

interface Props extends Omit<DialogProps, 'onClose'> {
  onReply: () => void;
}

/** Only what permission and state allow now is there to press. */
export function ActBar({ conversation, acts, onReply }: Props) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'assign' | 'transfer' | 'close' | null>(null);
  const letter = useWriteLetter(conversation.id);
  const { may } = conversation;
  const claim = () => void acts.run({ verb: 'claim' }).catch(() => undefined);
  const write = () => !letter.isPending && letter.mutate();
  useShortcuts({
    c: may.claim ? claim : undefined,
    r: may.reply ? onReply : undefined,
    l: may.writeLetter ? write : undefined,
  });
  const simple = (verb: 'release' | 'reopen') =>
    may[verb] && (
      <Button
        size="xs"
        variant="default"
        disabled={acts.isPending}
        onClick={() => void acts.run({ verb }).catch(() => undefined)}
      >
        {t(`conversation.acts.${verb}`)}
      </Button>
    );
  const asking = (verb: 'assign' | 'transfer' | 'close') =>
    may[verb] && (
      <Button size="xs" variant="default" disabled={acts.isPending} onClick={() => setDialog(verb)}>
        {t(`conversation.acts.${verb}`)}
      </Button>
    );
  const bar = useFocusAfter(acts.isPending);
  const dialogProps = { conversation, acts, onClose: () => setDialog(null) };
  return (
    <fieldset ref={bar} tabIndex={-1} className={classes.acts} aria-label={t('conversation.acts.label')}>
      {acts.hasConflict && !dialog && <ConflictNotice conversation={conversation} onDismiss={acts.dismiss} />}
      {may.claim && (
        <Button size="xs" disabled={acts.isPending} onClick={claim}>
          {t('conversation.acts.claim')}
        </Button>
      )}
      {may.writeLetter && (
        <Button size="xs" variant="default" loading={letter.isPending} onClick={write}>
          {t('conversation.acts.writeLetter')}
        </Button>
      )}
      {asking('assign')}
      {simple('release')}
      {asking('transfer')}
      {asking('close')}
      {simple('reopen')}
      {dialog === 'assign' && <AssignDialog {...dialogProps} />}
      {dialog === 'transfer' && <TransferDialog {...dialogProps} />}
      {dialog === 'close' && <CloseDialog {...dialogProps} />}
    </fieldset>
  );
}
