import { Button, Checkbox, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useHiding } from '../../lib/hide-proposals.js';
import { newId } from '../../lib/uuid.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ModerationReasonFields, NO_REASON, sentReason } from '../../ui/moderation-reason-fields.js';

/** For moderators, while the public reads the conversation: hiding all of it takes a second one. */
export function HideWhole({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  if (!conversation.may.moderate || !conversation.publicUrl || conversation.mergedInto) return null;
  return (
    <>
      <Button size="xs" variant="default" mt="sm" onClick={() => setAsking(true)}>
        {t('decisions.whole.button')}
      </Button>
      {isAsking && <ProposeDialog conversation={conversation} onClose={() => setAsking(false)} />}
    </>
  );
}

function ProposeDialog({ conversation, onClose }: { conversation: ConversationView; onClose: () => void }) {
  const { t } = useTranslation();
  /** The same one for a second press and a retry. */
  const [id] = useState(newId);
  const [{ id: conversationId, version }] = useState(conversation);
  const [given, setGiven] = useState(NO_REASON);
  const [hold, setHold] = useState(false);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  const hiding = useHiding(conversationId);
  const onSubmit = () => {
    setTried(true);
    if (!given.reason) return field.current?.focus();
    if (hiding.isPending) return;
    const body = { id, conversationId, version, hold, ...sentReason(given) };
    hiding.mutate({ path: '', body, done: 'proposed' }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('decisions.whole.title')}
      submit={t('decisions.whole.submit')}
      isPending={hiding.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Text size="sm">{t('decisions.whole.lead')}</Text>
      <ModerationReasonFields decision="hide" {...{ given, isTried, field }} onChange={setGiven} />
      <Checkbox
        label={t('decisions.whole.hold')}
        checked={hold}
        onChange={(event) => setHold(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
