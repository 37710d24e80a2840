import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFocusAfter, useWhenPossible } from '../../lib/focus.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { AssignDialog } from './assign-dialog.js';
import { CloseDialog } from './close-dialog.js';
import { ConflictNotice } from './conflict-notice.js';
import classes from './conversation.module.css';
import { MergeDialog } from './merge-dialog.js';
import { SplitDialog, splittableMessages } from './split-dialog.js';
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
  const [dialog, setDialog] = useState<'assign' | 'transfer' | 'close' | 'merge' | 'split' | null>(null);
  const letter = useWriteLetter(conversation.id);
  const { may } = conversation;
  const act = (verb: 'release' | 'reopen' | 'acknowledge') => void acts.run({ verb }).catch(() => undefined);
  const toComposer = useWhenPossible(may.reply && !may.claim, onReply);
  const claim = () => {
    const stay = toComposer();
    void acts.run({ verb: 'claim' }).catch(stay);
  };
  const write = () => !letter.isPending && letter.mutate();
  const maySplit = may.split && splittableMessages(conversation).length > 0;
  const joining = (name: 'merge' | 'split', isPossible: boolean) =>
    isPossible && (
      <Button size="xs" variant="default" disabled={acts.isPending} onClick={() => setDialog(name)}>
        {t(`merging.acts.${name}`)}
      </Button>
    );
  useShortcuts('conversation', {
    claim: { keys: ['c'], words: t('conversation.acts.claim'), run: may.claim ? claim : undefined },
    acknowledge: {
      keys: ['i'],
      words: t('waiting.acts.acknowledge'),
      run: may.acknowledge ? () => act('acknowledge') : undefined,
    },
    reply: { keys: ['r'], words: t('conversation.acts.reply'), run: may.reply || may.claim ? onReply : undefined },
    letter: { keys: ['l'], words: t('conversation.acts.writeLetter'), run: may.writeLetter ? write : undefined },
    assign: {
      keys: ['a'],
      words: t('conversation.acts.assign'),
      run: may.assign ? () => setDialog('assign') : undefined,
    },
    transfer: {
      keys: ['Shift+t'],
      words: t('conversation.acts.transfer'),
      run: may.transfer ? () => setDialog('transfer') : undefined,
    },
    merge: { keys: ['m'], words: t('merging.acts.merge'), run: may.merge ? () => setDialog('merge') : undefined },
    split: { words: t('merging.acts.split'), run: maySplit ? () => setDialog('split') : undefined },
    close: { keys: ['e'], words: t('conversation.acts.close'), run: may.close ? () => setDialog('close') : undefined },
    release: { words: t('conversation.acts.release'), run: may.release ? () => act('release') : undefined },
    reopen: {
      keys: ['Shift+r'],
      words: t('conversation.acts.reopen'),
      run: may.reopen ? () => act('reopen') : undefined,
    },
  });
  const simple = (verb: 'release' | 'reopen') =>
    may[verb] && (
      <Button size="xs" variant="default" disabled={acts.isPending} onClick={() => act(verb)}>
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
      {may.acknowledge && (
        <Button size="xs" variant="default" disabled={acts.isPending} onClick={() => act('acknowledge')}>
          {t('waiting.acts.acknowledge')}
        </Button>
      )}
      {may.reply && (
        <Button size="xs" disabled={acts.isPending} onClick={onReply}>
          {t('conversation.acts.reply')}
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
      {joining('merge', may.merge)}
      {joining('split', maySplit)}
      {asking('close')}
      {simple('reopen')}
      {dialog === 'assign' && <AssignDialog {...dialogProps} />}
      {dialog === 'transfer' && <TransferDialog {...dialogProps} />}
      {dialog === 'close' && <CloseDialog {...dialogProps} />}
      {dialog === 'merge' && <MergeDialog conversation={conversation} onClose={dialogProps.onClose} />}
      {dialog === 'split' && <SplitDialog conversation={conversation} onClose={dialogProps.onClose} />}
    </fieldset>
  );
}
