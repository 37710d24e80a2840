import { Checkbox, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { ReasonField } from '../../ui/reason-field.js';
import { MergingDialog } from './merging-dialog.js';
import styles from './related.module.css';
import { useConversationAddress } from './use-merging.js';

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

/** The messages that may go: all of this conversation's own but the one that opened it, which came first. */
export function splittableMessages({ thread }: ConversationView) {
  const own = thread.filter((entry) => entry.kind === 'message').filter(({ origin }) => !origin);
  const [opening] = own.toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
  return own.filter(({ id }) => id !== opening?.id);
}

/** Messages about another matter become a conversation of their own. */
export function SplitDialog({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const addressOf = useConversationAddress();
  const [chosen, setChosen] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const messages = splittableMessages(conversation);
  const order = () => {
    setTried(true);
    if (chosen.length === 0) return null;
    const texts = { title: title.trim() || undefined, reason: reason.trim() || undefined };
    const body = { version: conversation.version, messageIds: chosen, ...texts };
    return { verb: 'split' as const, id: conversation.id, body };
  };
  return (
    <MergingDialog
      title={t('merging.split.title')}
      submit={t('merging.split.submit')}
      done={t('merging.split.done')}
      order={order}
      onDone={({ conversation: made }) => void navigate(addressOf(made.id))}
      onClose={onClose}
    >
      <Text size="sm">{t('merging.split.lead')}</Text>
      <Checkbox.Group
        label={t('merging.split.messages')}
        description={t('merging.split.opening')}
        value={chosen}
        onChange={setChosen}
        error={isTried && chosen.length === 0 && t('merging.split.choose')}
      >
        <div className={styles.choices}>
          {messages.map(({ id, body, title: heading, citizenName, postedAt }) => (
            <Checkbox
              key={id}
              value={id}
              label={
                <span>
                  <span className={styles.choiceText} dir="auto">
                    {heading?.trim() || body}
                  </span>
                  <span className={styles.facts}>
                    <span>{citizenName}</span>
                    <time dateTime={postedAt}>{format.dateTime(postedAt)}</time>
                  </span>
                </span>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t('merging.split.name')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <ReasonField label={t('merging.split.reason')} value={reason} onChange={setReason} />
    </MergingDialog>
  );
}
