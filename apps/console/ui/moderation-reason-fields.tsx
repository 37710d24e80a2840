import { NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type Decision, RESTRICTING_DECISIONS } from '#domain/moderation/decision.lifecycle.js';
import { useLocalised } from '../lib/i18n.js';
import { useReasonsFor } from '../lib/moderation-reasons.js';

export interface GivenReason {
  reason: string;
  explanation: string;
  note: string;
}

export const NO_REASON: GivenReason = { reason: '', explanation: '', note: '' };

interface Props {
  decision: Decision;
  given: GivenReason;
  onChange: (given: GivenReason) => void;
  /** From the first try on the field says that the reason is missing. */
  isTried: boolean;
  field: RefObject<HTMLSelectElement | null>;
}

/** Why: a reason of the catalogue, words to the citizen where something is kept from the public, a note inside the desk. */
export function ModerationReasonFields({ decision, given, onChange, isTried, field }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { reasons, isError } = useReasonsFor(decision);
  const isRestricting = RESTRICTING_DECISIONS.some((one) => one === decision);
  const missing = isError ? t('decisions.noReasons') : t('decisions.missingReason');
  return (
    <>
      <NativeSelect
        ref={field}
        label={t('decisions.reason')}
        withAsterisk
        required
        value={given.reason}
        onChange={(event) => onChange({ ...given, reason: event.currentTarget.value })}
        error={(isError || (isTried && !given.reason)) && missing}
      >
        <option value="">{t('decisions.chooseReason')}</option>
        {reasons.map(({ code, wording }) => (
          <option key={code} value={code}>
            {localised(wording)}
          </option>
        ))}
      </NativeSelect>
      {isRestricting && (
        <TextInput
          label={t('decisions.explanation')}
          description={t('decisions.explanationHint')}
          maxLength={1_000}
          value={given.explanation}
          onChange={(event) => onChange({ ...given, explanation: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('decisions.note')}
        description={t('decisions.noteHint')}
        maxLength={1_000}
        value={given.note}
        onChange={(event) => onChange({ ...given, note: event.currentTarget.value })}
      />
    </>
  );
}

/** As it is sent: what is empty is left out. */
export function sentReason({ reason, explanation, note }: GivenReason) {
  return { reason, explanation: explanation.trim() || undefined, note: note.trim() || undefined };
}
