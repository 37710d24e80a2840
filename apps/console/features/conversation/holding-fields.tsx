import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { endOfDay, HOLDING_REASON_LIMIT } from '#domain/replies/holding.js';
import { holdingSentence } from '#domain/replies/holding-sentence.js';
import { useFormat } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { Notice } from '../../ui/states.js';
import { daysToHold, isDayToHold } from './reply-kinds.js';
import type { Reply } from './use-reply.js';
import classes from './waiting.module.css';

interface Props {
  conversation: ConversationView;
  reply: Reply;
  isOff: boolean;
}

/** Until which day more time is taken, and why; and the sentence that is made of it. */
export function HoldingFields({ conversation, reply, isOff }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { department, answerDueAt } = conversation;
  const { holdingDate, holdingReason } = reply.words;
  const { first, last } = daysToHold(conversation, new Date(now));
  const isOther = holdingDate !== null && !isDayToHold(conversation, holdingDate);
  const range = { first: format.localDate(first), last: format.localDate(last) };
  const isLate = answerDueAt !== null && Date.parse(answerDueAt) < now;
  return (
    <>
      {isLate && <Notice tone="warn">{t('waiting.holding.late')}</Notice>}
      <div className={classes.holdingFields}>
        <TextInput
          type="date"
          required
          label={t('waiting.holding.date')}
          description={t('waiting.holding.dateHint', { ...range, zone: department.timeZone })}
          min={first}
          max={last}
          value={holdingDate ?? ''}
          disabled={isOff}
          readOnly={reply.isSending}
          onChange={(event) => reply.change({ holdingDate: event.currentTarget.value || null })}
          error={isOther && t('waiting.holding.dateWrong', range)}
        />
        <Textarea
          required
          label={t('waiting.holding.reason')}
          description={t('waiting.holding.reasonHint')}
          autosize
          minRows={2}
          maxRows={6}
          dir="auto"
          maxLength={HOLDING_REASON_LIMIT}
          value={holdingReason}
          disabled={isOff}
          readOnly={reply.isSending}
          onChange={(event) => reply.change({ holdingReason: event.currentTarget.value })}
        />
      </div>
      <Preview conversation={conversation} reply={reply} />
    </>
  );
}

function Preview({ conversation, reply }: Omit<Props, 'isOff'>) {
  const { t } = useTranslation();
  const { timeZone } = conversation.department;
  const language = conversation.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const { holdingDate, holdingReason: reason } = reply.words;
  const until = holdingDate && endOfDay(holdingDate, timeZone);
  if (!until || !reason.trim()) return <p className={classes.preview}>{t('waiting.holding.previewEmpty')}</p>;
  return (
    <div className={classes.preview}>
      {t('waiting.holding.preview')}
      <p className={classes.sentence} lang={language} dir="auto">
        {holdingSentence({ until, reason }, { language, timeZone })}
      </p>
    </div>
  );
}
