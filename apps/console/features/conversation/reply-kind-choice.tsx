import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { REPLY_KINDS, type ReplyKind } from '#domain/replies/reply-kind.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { obstacleToKind } from './reply-kinds.js';
import type { Reply } from './use-reply.js';
import classes from './waiting.module.css';

interface Props {
  conversation: ConversationView;
  reply: Reply;
  /** Chosen by key, from wherever on the page. */
  onChosen: () => void;
}

/** What the reply is to be: an answer, a question to the citizen, or word that it takes longer. */
export function ReplyKindChoice({ conversation, reply, onChosen }: Props) {
  const { t } = useTranslation();
  const { kind } = reply.words;
  const choose = (chosen: ReplyKind) => reply.change({ kind: chosen });
  const byKey = (chosen: ReplyKind) =>
    reply.isSending || obstacleToKind(conversation, chosen)
      ? undefined
      : () => {
          choose(chosen);
          onChosen();
        };
  useShortcuts('conversation', {
    ask: { keys: ['q'], words: t('waiting.acts.ask'), run: byKey('question') },
    putOff: { keys: ['w'], words: t('waiting.acts.putOff'), run: byKey('holding') },
  });
  const obstacle = obstacleToKind(conversation, kind);
  const holding = obstacleToKind(conversation, 'holding');
  const why =
    obstacle ?? (conversation.may.reply && holding !== 'nobody-waits' && holding !== 'not-in-hand' ? holding : null);
  return (
    <div className={classes.kinds}>
      <SegmentedControl
        size="xs"
        aria-label={t('waiting.composer.kind')}
        value={kind}
        onChange={(value) => choose(REPLY_KINDS.find((one) => one === value) ?? 'answer')}
        data={REPLY_KINDS.map((value) => ({
          value,
          label: t(`waiting.kinds.${value}`),
          // What was chosen before can always be left.
          disabled: reply.isSending || (value !== kind && obstacleToKind(conversation, value) !== null),
        }))}
      />
      <p className={classes.kindHint} role="status">
        {obstacle
          ? t(`waiting.obstacle.${obstacle}`)
          : kind !== 'answer'
            ? t(`waiting.hint.${kind}`)
            : why && t(`waiting.obstacle.${why}`)}
      </p>
    </div>
  );
}
