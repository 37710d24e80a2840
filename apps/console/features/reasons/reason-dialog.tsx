import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ModerationReasonView,
  makeReasonSchema,
  type ReasonFields,
  reasonFieldsSchema,
} from '#contracts/moderation-reasons.http.js';
import { DECISIONS } from '#domain/moderation/decision.lifecycle.js';
import { BASES } from '#domain/moderation/reasons.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonTexts } from './reason-texts.js';
import { fieldsOf, isCodeTaken, useSaveReason } from './use-save-reason.js';

const BLANK: ReasonFields = {
  wording: { en: '', zh: '' },
  isPublic: true,
  basis: 'terms',
  basisWording: { en: '', zh: '' },
  instead: { en: '', zh: '' },
  decisions: ['hold', 'redact', 'hide', 'reject'],
};

/** A new reason, or the next version of one. */
export function ReasonDialog({ reason, onClose }: { reason: ModerationReasonView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [fields, setFields] = useState(() => (reason ? fieldsOf(reason) : BLANK));
  const [isTried, setTried] = useState(false);
  const save = useSaveReason();
  const isCodeWrong = !reason && !makeReasonSchema.shape.code.safeParse(code).success;
  const onSubmit = (form: HTMLFormElement) => {
    setTried(true);
    if (isCodeWrong || !reasonFieldsSchema.safeParse(fields).success) {
      // Once the fields say what is missing.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (save.isPending) return;
    const order = reason
      ? { code: reason.code, change: { version: reason.version, isRetired: reason.isRetired, ...fields } }
      : { code, make: fields };
    save.mutate(order, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t(reason ? 'decisions.catalogue.edit' : 'decisions.catalogue.add')}
      submit={reason ? t('decisions.catalogue.save', { number: reason.version + 1 }) : t('decisions.catalogue.make')}
      isPending={save.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
      size="lg"
    >
      {!reason && (
        <TextInput
          label={t('decisions.catalogue.code')}
          description={t('decisions.catalogue.codeHint')}
          data-autofocus
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={((isTried && isCodeWrong) || isCodeTaken(save.error)) && t('decisions.catalogue.codeWrong')}
        />
      )}
      <Radio.Group
        label={t('decisions.catalogue.basis')}
        value={fields.basis}
        onChange={(value) => setFields({ ...fields, basis: BASES.find((basis) => basis === value) ?? fields.basis })}
      >
        <Stack gap="xs" mt="xs">
          {BASES.map((basis) => (
            <Radio key={basis} value={basis} label={t(`decisions.catalogue.bases.${basis}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonTexts fields={fields} onChange={setFields} isTried={isTried} />
      <Checkbox
        label={t('decisions.catalogue.isPublic')}
        checked={fields.isPublic}
        onChange={(event) => setFields({ ...fields, isPublic: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label={t('decisions.catalogue.decisions')}
        value={[...fields.decisions]}
        onChange={(values) => setFields({ ...fields, decisions: DECISIONS.filter((one) => values.includes(one)) })}
      >
        <Stack gap="xs" mt="xs">
          {DECISIONS.map((decision) => (
            <Checkbox key={decision} value={decision} label={t(`decisions.acts.${decision}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
