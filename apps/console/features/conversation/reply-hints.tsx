import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { lengthAsCounted } from '#domain/channels/reply-limit.js';
import { speaksPast } from '#domain/language.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './reply-hints.module.css';

interface Props {
  conversation: ConversationView;
  body: string;
  /** With what a holding reply says beside the words. */
  goesOut: string;
}

/** Whether the words fit the citizen: in language and in what the channel takes. The first only warns. */
export function ReplyHints({ conversation, body, goesOut }: Props) {
  const { t } = useTranslation();
  const settled = useDeferredValue(body);
  const settledOut = useDeferredValue(goesOut);
  const asked = conversation.thread.findLast((entry) => entry.kind === 'message');
  const past = asked?.kind === 'message' ? speaksPast(asked.body, settled) : null;
  return (
    <div className={classes.hints}>
      <Limit conversation={conversation} body={settledOut} />
      <div role="status">
        {past && (
          <p className={classes.language}>
            {t('replyHints.otherLanguage', {
              message: t(`replyHints.languages.${past.message}`),
              answer: t(`replyHints.languages.${past.answer}`),
            })}
          </p>
        )}
      </div>
    </div>
  );
}

/** How many more the channel takes; negative where there are too many, null where it takes any. */
export function leftOnChannel({ channel }: ConversationView, body: string): number | null {
  return channel.replyLimit === null ? null : channel.replyLimit - lengthAsCounted(body.trim());
}

/** Quiet until a fifth is left; what is too long is said at once. */
function Limit({ conversation, body }: Omit<Props, 'goesOut'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { replyLimit, name } = conversation.channel;
  const left = leftOnChannel(conversation, body);
  if (left === null || replyLimit === null) return null;
  const words = { channel: name, limit: format.number(replyLimit), count: Math.abs(left) };
  return (
    <>
      <p className={left < 0 ? classes.over : classes.left}>
        {t(left < 0 ? 'replyHints.over' : 'replyHints.left', words)}
      </p>
      <span className="visually-hidden" role="status">
        {left < 0
          ? t('replyHints.over', words)
          : left * 5 < replyLimit && left % 10 === 0
            ? t('replyHints.left', words)
            : ''}
      </span>
    </>
  );
}
