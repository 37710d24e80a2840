import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView, MessageTextsView, ModerationDecisionInput } from '#contracts/moderation.http.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import { NOTHING_WRONG } from '#domain/moderation/reasons.js';
import type { RedactedSpan } from '#domain/moderation/redaction.js';
import { useDecide } from '../lib/moderation-decision.js';
import { placesToCover, spansOf, textsOf } from '../lib/redaction-draft.js';
import { newId } from '../lib/uuid.js';
import { ModerationReasonFields, NO_REASON, sentReason } from './moderation-reason-fields.js';
import { RedactionFields } from './redaction-fields.js';

/** A message as it is decided on. */
export interface DecidedMessage {
  messageId: string;
  version: number;
  conversationId: string;
  /** As written. */
  original: MessageTextsView;
  findings: readonly FindingView[];
  /** Where something is covered now; null where nothing is. */
  covered: readonly RedactedSpan[] | null;
}

interface Props {
  message: DecidedMessage;
  decision: Decision;
  onDone: () => void;
  onCancel: () => void;
}

/** Most of what is held is published for this: one key opens the form, the next one sends it. */
const NOTHING_WRONG_GIVEN = { ...NO_REASON, reason: NOTHING_WRONG };
const FIRST_FIELD: Partial<Record<Decision, string>> = { publish: 'button[type=submit]' };

/** One decision on one message as it was seen when the form was opened, with its reason from the catalogue. */
export function DecisionForm({ message, decision, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [seen] = useState(message);
  /** The same one for a second press and a retry. */
  const [decisionId] = useState(newId);
  const [given, setGiven] = useState(() => (decision === 'publish' ? NOTHING_WRONG_GIVEN : NO_REASON));
  const [isTried, setTried] = useState(false);
  const texts = textsOf(seen.original);
  const [places, setPlaces] = useState(() => placesToCover(texts, seen));
  const reason = useRef<HTMLSelectElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const decide = useDecide(seen.conversationId);
  useEffect(
    () => form.current?.querySelector<HTMLElement>(FIRST_FIELD[decision] ?? 'input, select')?.focus(),
    [decision],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const spans = spansOf(places);
    if (decision === 'redact' && spans.length === 0) return;
    if (!given.reason) return reason.current?.focus();
    if (decide.isPending) return;
    const { messageId, version } = seen;
    const order = { messageId, version, decisionId, ...sentReason(given) };
    decide.mutate(orderOf(decision, order, spans), { onSuccess: onDone });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Text size="sm">{t(`decisions.hints.${hintOf(decision, seen)}`)}</Text>
        {decision === 'redact' && <RedactionFields {...{ texts, places, isTried }} onChange={setPlaces} />}
        <ModerationReasonFields field={reason} {...{ decision, given, isTried }} onChange={setGiven} />
        <Group gap="xs">
          <Button type="submit" loading={decide.isPending}>
            {t(`decisions.acts.${decision}`)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What was covered stays covered when it is published, and is uncovered when it is restored. */
function hintOf(decision: Decision, { covered }: DecidedMessage) {
  if (covered && decision === 'publish') return 'publishRedacted';
  return covered && decision === 'restore' ? 'restoreRedacted' : decision;
}

function orderOf(
  decision: Decision,
  order: Omit<ModerationDecisionInput, 'decision' | 'spans'>,
  spans: RedactedSpan[],
): ModerationDecisionInput {
  return decision === 'redact' ? { ...order, decision, spans } : { ...order, decision };
}
