import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CANNED_BODY_LIMIT, CANNED_LANGUAGES, type CannedReplyView } from '#contracts/canned-replies.http.js';
import { VARIABLES, type Variable } from '#domain/canned-replies/variables.js';
import { useLanguage, useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import { type CannedForm, problemsOf } from './canned-form.js';
import { useSaveCanned } from './use-save-canned.js';

interface Props {
  /** Null: a new one. */
  reply: CannedReplyView | null;
  onClose: () => void;
}

export function CannedDialog({ reply, onClose }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const language = useLanguage();
  const me = useMe();
  const leads = me.departments.filter(({ id }) =>
    me.grants.some(
      ({ role, departmentId }) => role === 'administrator' || (role === 'supervisor' && departmentId === id),
    ),
  );
  const [form, setForm] = useState<CannedForm>(() => ({
    department: reply?.department?.slug ?? '',
    title: reply?.title ?? '',
    shortcut: reply?.shortcut ?? '',
    language: reply?.language ?? language,
    body: reply?.body ?? '',
  }));
  const [isTried, setTried] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const save = useSaveCanned(reply, onClose);
  const problems = problemsOf(t, form, save.error);
  const shown = isTried ? problems : {};
  const onSubmit = () => {
    setTried(true);
    if (Object.values(problemsOf(t, form, null)).every((problem) => !problem)) save.mutate(form);
  };
  const put = (fields: Partial<CannedForm>) => {
    setForm({ ...form, ...fields });
    if (save.isError) save.reset();
  };
  const addVariable = (variable: Variable) => {
    const field = text.current;
    const [start, end] = [field?.selectionStart ?? form.body.length, field?.selectionEnd ?? form.body.length];
    const words = `{${variable}}`;
    flushSync(() => put({ body: form.body.slice(0, start) + words + form.body.slice(end) }));
    field?.focus();
    field?.setSelectionRange(start + words.length, start + words.length);
  };
  return (
    <FormDialog
      title={t(reply ? 'canned.editTitle' : 'canned.newTitle')}
      submit={t('canned.save')}
      isPending={save.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
      size="lg"
      gap="sm"
    >
      {save.isStale && <Notice tone="warn">{t('canned.stale')}</Notice>}
      {!reply && leads.length > 0 && (
        <NativeSelect
          label={t('canned.department')}
          value={form.department}
          onChange={(event) => put({ department: event.currentTarget.value })}
        >
          <option value="">{t('canned.mine')}</option>
          {leads.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {localised(name)}
            </option>
          ))}
        </NativeSelect>
      )}
      <TextInput
        data-autofocus
        label={t('canned.name')}
        maxLength={120}
        value={form.title}
        onChange={(event) => put({ title: event.currentTarget.value })}
        error={shown.title}
      />
      <TextInput
        label={t('canned.shortcut')}
        description={t('canned.shortcutHint')}
        leftSection="/"
        maxLength={40}
        value={form.shortcut}
        onChange={(event) => put({ shortcut: event.currentTarget.value })}
        error={shown.shortcut}
      />
      <NativeSelect
        label={t('canned.language')}
        value={form.language}
        onChange={(event) =>
          put({ language: CANNED_LANGUAGES.find((one) => one === event.currentTarget.value) ?? 'en' })
        }
        data={CANNED_LANGUAGES.map((value) => ({ value, label: t(`canned.languages.${value}`) }))}
      />
      <Textarea
        ref={text}
        label={t('canned.body')}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={CANNED_BODY_LIMIT}
        value={form.body}
        onChange={(event) => put({ body: event.currentTarget.value })}
        error={shown.body}
      />
      <fieldset style={{ border: 'none', padding: 0, margin: 0 }}>
        <legend>{t('canned.bodyHint')}</legend>
        <Group gap={6}>
          {VARIABLES.map((variable) => (
            <Button
              key={variable}
              size="compact-sm"
              variant="default"
              onClick={() => addVariable(variable)}
              aria-label={t('canned.addVariable', { name: t(`canned.variables.${variable}`) })}
            >
              {t(`canned.variables.${variable}`)}
            </Button>
          ))}
        </Group>
      </fieldset>
    </FormDialog>
  );
}
