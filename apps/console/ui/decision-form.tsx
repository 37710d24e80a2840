import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModerationDecisionInput } from '#contracts/moderation.http.js';
import { CLEAR_REASONS, HIDE_REASONS } from '#domain/moderation/reasons.js';
import { useDecide } from '../lib/moderation-decision.js';

export type Decision = ModerationDecisionInput['decision'];

interface Props {
  messageId: string;
  conversationId: string;
  decision: Decision;
  onDone: () => void;
  onCancel: () => void;
}

/** One decision on one held message, with its reason from the catalogue. */
export function DecisionForm({ messageId, conversationId, decision, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const decide = useDecide(conversationId);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const input = decisionOf({ messageId, decision, reason, note });
    if (!input) return first.current?.focus();
    if (!decide.isPending) decide.mutate(input, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Text size="sm">{t(`moderation.${decision}Hint`)}</Text>
        <NativeSelect
          ref={first}
          label={t('moderation.reason')}
          withAsterisk
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && !reason && t('moderation.missingReason')}
        >
          <option value="">{t('moderation.chooseReason')}</option>
          {(decision === 'clear' ? CLEAR_REASONS : HIDE_REASONS).map((code) => (
            <option key={code} value={code}>
              {t(`moderation.reasons.${code}`)}
            </option>
          ))}
        </NativeSelect>
        <TextInput
          label={t('moderation.note')}
          description={t('moderation.noteHint')}
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" loading={decide.isPending}>
            {t(`moderation.${decision}`)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Given {
  messageId: string;
  decision: Decision;
  reason: string;
  note: string;
}

/** Null while the reason is missing. */
function decisionOf({ messageId, decision, reason, note }: Given): ModerationDecisionInput | null {
  const rest = { messageId, note: note.trim() || undefined };
  const clear = CLEAR_REASONS.find((code) => code === reason);
  if (decision === 'clear' && clear) return { ...rest, decision, reason: clear };
  const hide = HIDE_REASONS.find((code) => code === reason);
  return decision === 'hide' && hide ? { ...rest, decision, reason: hide } : null;
}
