import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView } from '#contracts/appeals.http.js';
import { type AppealOrder, useAppealAct } from '../../lib/appeals.js';
import { useFormat } from '../../lib/i18n.js';
import { newId } from '../../lib/uuid.js';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import type { Act } from './appeal-acts.js';

interface Props {
  appeal: AppealView;
  act: Act;
  onCancel: () => void;
  onDone: () => void;
}

/** One act on the appeal as it was seen when the form was opened, with its words to the citizen. */
export function AppealForm({ appeal, act, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [seen] = useState(appeal);
  /** The same one for a second press and a retry. */
  const [id] = useState(newId);
  const words = useRequiredReason(t('appeals.missing'));
  const field = useRef<HTMLTextAreaElement>(null);
  const mutation = useAppealAct(seen);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = words.given();
    if (!given) return field.current?.focus();
    if (mutation.isPending) return;
    mutation.mutate(orderOf(act, { version: seen.version, id, given }), { onSuccess: onDone });
  };
  const waits = act === 'upheld' && seen.upheldFrom;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Text size="sm">
          {waits ? t('appeals.waits', { time: format.dateTime(waits) }) : t(`appeals.hints.${act}`)}
        </Text>
        <ReasonField
          ref={field}
          label={t(`appeals.words.${act}`)}
          description={t('appeals.wordsHint')}
          withAsterisk
          maxLength={act === 'ask' ? 1_000 : 2_000}
          {...words.field}
        />
        <Group gap="xs">
          <Button type="submit" loading={mutation.isPending}>
            {t(`appeals.acts.${act}`)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function orderOf(act: Act, { version, id, given }: { version: number; id: string; given: string }): AppealOrder {
  if (act === 'ask') return { act, body: { version, id, body: given } };
  return { act: 'decide', body: { version, outcome: act, explanation: given } };
}
