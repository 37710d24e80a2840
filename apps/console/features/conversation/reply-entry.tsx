import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, ThreadEntry } from '#contracts/conversations.http.js';
import { holdingSentence } from '#domain/replies/holding-sentence.js';
import { useFormat } from '../../lib/i18n.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';
import { CorrectDialog } from './correct-dialog.js';
import { LeavingReply } from './leaving-reply.js';
import { OriginTag } from './origin-tag.js';
import { EntryFrame } from './thread.js';

type Reply = Extract<ThreadEntry, { kind: 'reply' }>;
interface Props {
  conversation: ConversationView;
  reply: Reply;
}

/** A casual answer: still about to leave, or sent, with what was corrected in it since. */
export function ReplyEntry({ conversation, reply }: Props) {
  const { t } = useTranslation();
  const [isCorrecting, setCorrecting] = useState(false);
  const name = reply.officerName ?? t('conversation.reply.unnamed');
  return (
    <EntryFrame
      kind="reply"
      title={t(TITLE[reply.replyKind], { name })}
      facts={<ReplyFacts reply={reply} />}
      isWaiting={reply.state === 'waiting'}
    >
      {reply.state === 'waiting' && <LeavingReply conversationId={conversation.id} reply={reply} />}
      <HeldUntil conversation={conversation} reply={reply} />
      {reply.body && (
        <p className={classes.body} dir="auto">
          {reply.body}
        </p>
      )}
      <Corrections reply={reply} />
      {reply.may.correct && (
        <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => setCorrecting(true)}>
          {t('replies.correct.open')}
        </Button>
      )}
      {isCorrecting && <CorrectDialog conversation={conversation} reply={reply} onClose={() => setCorrecting(false)} />}
    </EntryFrame>
  );
}

const TITLE = {
  answer: 'conversation.reply.from',
  question: 'waiting.entry.question',
  holding: 'waiting.entry.holding',
} as const;

/** The very sentence that the citizen reads. */
function HeldUntil({ conversation: { language, department }, reply: { holding } }: Props) {
  if (!holding) return null;
  const spoken = language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const until = new Date(holding.until);
  return (
    <p className={classes.body} lang={spoken} dir="auto">
      {holdingSentence({ until, reason: holding.reason }, { language: spoken, timeZone: department.timeZone })}
    </p>
  );
}

function ReplyFacts({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reply.state === 'waiting') return <Tag tone="warn">{t('replies.notLeft')}</Tag>;
  return (
    <>
      <OriginTag origin={reply.origin} />
      {reply.replyKind === 'question' && <Tag tone="calm">{t('waiting.entry.questionTag')}</Tag>}
      {reply.replyKind === 'holding' && <Tag tone="warn">{t('waiting.entry.holdingTag')}</Tag>}
      {reply.isImported && <Tag tone="neutral">{t('conversation.reply.imported')}</Tag>}
      {reply.corrections.length > 0 && <Tag tone="info">{t('replies.corrected')}</Tag>}
      <time dateTime={reply.sentAt}>{format.dateTime(reply.sentAt)}</time>
    </>
  );
}

function Corrections({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const format = useFormat();
  return reply.corrections.map(({ at, officerName, reason, earlierBody, earlierHoldingReason, isEarlierWithheld }) => (
    <div key={at} className={classes.correction}>
      <p>{t('replies.correctedBy', { name: officerName, time: format.dateTime(at), reason })}</p>
      <details>
        <summary>{t(isEarlierWithheld ? 'replies.earlierWithheld' : 'replies.earlier')}</summary>
        {earlierHoldingReason && <p dir="auto">{t('waiting.entry.earlierReason', { reason: earlierHoldingReason })}</p>}
        <p className={classes.body} dir="auto">
          {earlierBody}
        </p>
      </details>
    </div>
  ));
}
