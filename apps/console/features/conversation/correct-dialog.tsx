import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actedSchema, type ConversationView, type ThreadEntry } from '#contracts/conversations.http.js';
import { BODY_LIMIT } from '#contracts/intake.http.js';
import { CORRECTION_REASON_LIMIT } from '#contracts/replies.http.js';
import { useReturnFocus } from '../../lib/focus.js';
import { act } from '../../lib/http.js';
import { problemWords } from '../../lib/problem-words.js';
import { useTell } from '../../lib/tell.js';
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
  useReturnFocus();
  const [body, setBody] = useState(reply.body);
  const [reason, setReason] = useState('');
  const [withholdEarlier, setWithhold] = useState(false);
  const [isTried, setTried] = useState(false);
  const correct = useCorrect(conversation.id, reply, onClose);
  // The text may stay where what stood there before is to go.
  const hidesMore = withholdEarlier && reply.corrections.some(({ isEarlierWithheld }) => !isEarlierWithheld);
  const isSame = body.trim() === reply.body.trim() && !hidesMore;
  const isTooLong = [...body].length > BODY_LIMIT;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSame && body.trim() && !isTooLong && reason.trim())
      correct.mutate({ body, reason: reason.trim(), withholdEarlier });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('replies.correct.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {correct.error !== null && (
            <Notice tone={isConflict(correct.error) ? 'warn' : 'late'}>
              {isConflict(correct.error) ? t('replies.correct.stale') : problemWords(t, correct.error)}
            </Notice>
          )}
          <p>{t('replies.correct.intro')}</p>
          <Textarea
            label={t('replies.correct.body')}
            data-autofocus
            autosize
            minRows={4}
            maxRows={14}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            error={
              (isTooLong && t('replies.tooLong', { limit: BODY_LIMIT })) ||
              (isTried && (isSame || !body.trim()) && t('replies.correct.same'))
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
          <Group>
            <Button type="submit" loading={correct.isPending}>
              {t('replies.correct.submit')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Correction {
  body: string;
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
