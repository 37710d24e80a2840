import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, ThreadEntry } from '#contracts/conversations.http.js';
import { type MessageTextsView, messageTextsSchema } from '#contracts/moderation.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import classes from './conversation.module.css';

type Message = Extract<ThreadEntry, { kind: 'message' }>;

interface Props {
  conversation: ConversationView;
  message: Message;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** That something is covered; whose work it is uncovers it for themselves, others ask and are recorded. */
export function Sealed({ conversation, message, isOpen, onOpen }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<MessageTextsView | null>(null);
  return (
    <Group gap="xs" mt="xs">
      <Text size="sm" c="dimmed">
        {t('decisions.original.sealed')}
      </Text>
      {message.original && (
        <Button size="xs" variant="default" aria-pressed={isOpen} onClick={() => onOpen(!isOpen)}>
          {t(isOpen ? 'decisions.original.hide' : 'decisions.original.show')}
        </Button>
      )}
      {!message.original && conversation.may.openOriginal && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {t('decisions.original.open')}
        </Button>
      )}
      {isAsking && (
        <OpenDialog {...{ conversation, messageId: message.id }} onShown={setShown} onClose={() => setAsking(false)} />
      )}
      {shown && (
        <section aria-label={t('decisions.original.title')}>
          {[shown.citizenName, shown.title, shown.body].map((text, place) =>
            text ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: name, title and text stay in their places
              <p key={place} className={classes.body} dir="auto">
                {text}
              </p>
            ) : null,
          )}
          <Button size="xs" variant="default" onClick={() => setShown(null)}>
            {t('decisions.original.hide')}
          </Button>
        </section>
      )}
    </Group>
  );
}

interface OpenProps {
  conversation: ConversationView;
  messageId: string;
  onShown: (texts: MessageTextsView) => void;
  onClose: () => void;
}

function OpenDialog({ conversation, messageId, onShown, onClose }: OpenProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const queries = useQueryClient();
  const why = useRequiredReason(t('decisions.original.whyMissing'));
  const open = useMutation({
    mutationFn: (reason: string) =>
      act(messageTextsSchema, {
        method: 'POST',
        path: `/moderation/messages/${messageId}/original`,
        body: { why: reason },
      }),
    onSuccess: (texts) => {
      onShown(texts);
      onClose();
    },
    onError: (error) => tell.problem(error),
    onSettled: () =>
      Promise.all(
        [keys.conversation(conversation.id), keys.history(conversation.id)].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const onSubmit = () => {
    const given = why.given();
    if (given && !open.isPending) open.mutate(given);
  };
  return (
    <FormDialog
      title={t('decisions.original.dialog')}
      submit={t('decisions.original.submit')}
      isPending={open.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <ReasonField
        label={t('decisions.original.why')}
        description={t('decisions.original.whyHint')}
        data-autofocus
        {...why.field}
      />
    </FormDialog>
  );
}
