import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, ThreadEntry } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { type Decision, DecisionForm } from '../../ui/decision-form.js';
import { FindingTags } from '../../ui/findings.js';
import { MarkedText } from '../../ui/marked-text.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';
import { OriginTag } from './origin-tag.js';
import { EntryFrame } from './thread.js';
import styles from './thread.module.css';

type Message = Extract<ThreadEntry, { kind: 'message' }>;
interface Props {
  conversation: ConversationView;
  message: Message;
}

export function ThreadMessage({ conversation, message }: Props) {
  const { t } = useTranslation();
  const { title, body, findings } = message;
  // The heading of the page says it already; what was found in it must still be seen.
  const isHeading = title === conversation.title && !findings.some(({ field }) => field === 'title');
  return (
    <EntryFrame
      kind="message"
      title={t('conversation.message.from', { name: message.citizenName })}
      facts={<MessageFacts message={message} />}
    >
      <FindingTags findings={findings} />
      {title?.trim() && !isHeading && (
        <p className={styles.messageTitle} dir="auto">
          <MarkedText text={title} findings={findings} field="title" lang={conversation.language} />
        </p>
      )}
      <p className={classes.body} dir="auto">
        <MarkedText text={body} findings={findings} field="body" lang={conversation.language} />
      </p>
      {conversation.may.moderate && <Moderate message={message} conversationId={conversation.id} />}
    </EntryFrame>
  );
}

function MessageFacts({ message }: { message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { postedAt, receivedAt, state, visibility } = message;
  const tone = state === 'visible' ? 'good' : state === 'screening' ? 'neutral' : 'warn';
  const posted = format.dateTime(postedAt);
  const received = format.dateTime(receivedAt);
  return (
    <>
      <OriginTag origin={message.origin} />
      <Tag tone="neutral">{t(`conversation.message.visibility.${visibility}`)}</Tag>
      <Tag tone={tone}>{t(`conversation.message.state.${state}`)}</Tag>
      <time dateTime={postedAt}>
        {posted}
        {received !== posted && ` (${t('conversation.message.received', { time: received })})`}
      </time>
    </>
  );
}

/** What is held is decided; what is public can still be hidden, and what is hidden shown again. */
const DECISIONS: Record<Message['state'], readonly Decision[]> = {
  screening: [],
  held: ['clear', 'hide'],
  visible: ['hide'],
  redacted: [],
  hidden: ['clear'],
  rejected: [],
};

function Moderate({ message, conversationId }: { message: Message; conversationId: string }) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<Decision | null>(null);
  const stop = () => setDecision(null);
  const fitting = DECISIONS[message.state];
  if (decision && fitting.includes(decision)) {
    return <DecisionForm {...{ messageId: message.id, conversationId, decision }} onDone={stop} onCancel={stop} />;
  }
  return (
    <Group gap="xs" mt="xs">
      {fitting.map((one) => (
        <Button key={one} size="xs" variant="default" onClick={() => setDecision(one)}>
          {t(`moderation.${one}`)}…
        </Button>
      ))}
    </Group>
  );
}
