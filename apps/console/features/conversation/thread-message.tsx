import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, ThreadEntry } from '#contracts/conversations.http.js';
import { type Decision, decisionsOn } from '#domain/moderation/decision.lifecycle.js';
import { useFormat } from '../../lib/i18n.js';
import { DecisionForm } from '../../ui/decision-form.js';
import { FindingTags } from '../../ui/findings.js';
import { MarkedText } from '../../ui/marked-text.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';
import { OriginTag } from './origin-tag.js';
import { Sealed } from './sealed.js';
import { EntryFrame } from './thread.js';
import styles from './thread.module.css';

type Message = Extract<ThreadEntry, { kind: 'message' }>;
interface Props {
  conversation: ConversationView;
  message: Message;
}

export function ThreadMessage({ conversation, message }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  // Of a redacted one the findings are places of the original.
  const { title, body } = (isOpen && message.original) || message;
  const findings = message.isSealed && !isOpen ? [] : message.findings;
  // The heading of the page says it already; what was found in it must still be seen.
  const isHeading = title === conversation.title && !findings.some(({ field }) => field === 'title');
  return (
    <EntryFrame
      kind="message"
      title={t('conversation.message.from', { name: message.citizenName })}
      facts={<MessageFacts message={message} />}
    >
      <FindingTags findings={message.findings} />
      {title?.trim() && !isHeading && (
        <p className={styles.messageTitle} dir="auto">
          <MarkedText text={title} findings={findings} field="title" lang={conversation.language} />
        </p>
      )}
      <p className={classes.body} dir="auto">
        <MarkedText text={body} findings={findings} field="body" lang={conversation.language} />
      </p>
      {message.isSealed && <Sealed {...{ conversation, message, isOpen }} onOpen={setOpen} />}
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

function Moderate({ message, conversationId }: { message: Message; conversationId: string }) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<Decision | null>(null);
  const stop = () => setDecision(null);
  const fitting = decisionsOn(message.state);
  if (decision && fitting.includes(decision)) {
    const decided = decidedMessage(message, conversationId);
    return <DecisionForm key={decision} {...{ message: decided, decision }} onDone={stop} onCancel={stop} />;
  }
  return (
    <Group gap="xs" mt="xs">
      {fitting.map((one) => (
        <Button key={one} size="xs" variant="default" onClick={() => setDecision(one)}>
          {t(`decisions.acts.${one}`)}…
        </Button>
      ))}
    </Group>
  );
}

function decidedMessage(
  { id, version, title, body, citizenName, original, findings }: Message,
  conversationId: string,
) {
  const written = original ?? { title, body, citizenName };
  return { messageId: id, version, conversationId, original: written, findings, covered: original?.covered ?? null };
}
