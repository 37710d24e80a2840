import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actedSchema, type ConversationView, type ThreadEntry } from '#contracts/conversations.http.js';
import { BODY_LIMIT } from '#contracts/intake.http.js';
import { CORRECTION_REASON_LIMIT } from '#contracts/replies.http.js';
import { HOLDING_REASON_LIMIT } from '#domain/replies/holding.js';
import { act } from '../../lib/http.js';
import { problemWords } from '../../lib/problem-words.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import { refetchAround } from './conversation.queries.js';
import { isConflict } from './use-act.js';

interface Props {
  conversation: ConversationView;
  reply: Extract<ThreadEntry, { kind: 'reply' }>;
  onClose: () => void;
}

/** A correction in the open. What was typed stays, whatever the desk answers. */
export function CorrectDialog({ conversation, reply, onClose }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState(reply.body);
  const [holdingReason, setHoldingReason] = useState(reply.holding?.reason ?? '');
  const [reason, setReason] = useState('');
  const [withholdEarlier, setWithhold] = useState(false);
  const [isTried, setTried] = useState(false);
  const correct = useCorrect(conversation.id, reply, onClose);
  // The text may stay where what stood there before is to go.
  const hidesMore = withholdEarlier && reply.corrections.some(({ isEarlierWithheld }) => !isEarlierWithheld);
  const isHeld = reply.holding !== null;
  const isReasonSame = !isHeld || holdingReason.trim() === reply.holding?.reason;
  const isSame = body.trim() === reply.body.trim() && isReasonSame && !hidesMore;
  const isEmpty = isHeld ? !holdingReason.trim() : !body.trim();
  const isTooLong = [...body].length > BODY_LIMIT;
  const onSubmit = () => {
    setTried(true);
    if (isSame || isEmpty || isTooLong || !reason.trim()) return;
    const held = isHeld ? { holdingReason: holdingReason.trim() } : {};
    correct.mutate({ body, reason: reason.trim(), withholdEarlier, ...held });
  };
  return (
    <FormDialog
      title={t('replies.correct.title')}
      submit={t('replies.correct.submit')}
      isPending={correct.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
      size="lg"
    >
      {correct.error !== null && (
        <Notice tone={isConflict(correct.error) ? 'warn' : 'late'}>
          {isConflict(correct.error) ? t('replies.correct.stale') : problemWords(t, correct.error)}
        </Notice>
      )}
      <p>{t('replies.correct.intro')}</p>
      {isHeld && (
        <Textarea
          label={t('waiting.entry.holdingReason')}
          data-autofocus
          autosize
          minRows={1}
          maxLength={HOLDING_REASON_LIMIT}
          value={holdingReason}
          onChange={(event) => setHoldingReason(event.currentTarget.value)}
          error={isTried && isEmpty && t('conversation.required')}
        />
      )}
      <Textarea
        label={t(isHeld ? 'waiting.entry.further' : 'replies.correct.body')}
        data-autofocus={isHeld ? undefined : true}
        autosize
        minRows={isHeld ? 2 : 4}
        maxRows={14}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={
          (isTooLong && t('replies.tooLong', { limit: BODY_LIMIT })) ||
          (isTried && (isSame || (!isHeld && isEmpty)) && t('replies.correct.same'))
        }
      />
      <TextInput
        label={t('replies.correct.reason')}
        description={t('replies.correct.reasonHint')}
        maxLength={CORRECTION_REASON_LIMIT}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && !reason.trim() && t('conversation.required')}
      />
      <Checkbox
        label={t('replies.correct.withhold')}
        description={t('replies.correct.withholdHint')}
        checked={withholdEarlier}
        onChange={(event) => setWithhold(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

interface Correction {
  body: string;
  holdingReason?: string;
  reason: string;
  withholdEarlier: boolean;
}

function useCorrect(conversationId: string, { id, version }: Props['reply'], onDone: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (correction: Correction) =>
      act(actedSchema, {
        method: 'POST',
        path: `/conversations/${conversationId}/replies/${id}/corrections`,
        body: { version, ...correction },
      }),
    onSuccess: () => {
      tell.done(t('replies.correct.done'));
      onDone();
    },
    onSettled: () => refetchAround(queries, conversationId),
  });
}
