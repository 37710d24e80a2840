import { Button, Group } from '@mantine/core';
import { type FormEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mentionable } from '#contracts/notes.http.js';
import { NOTE_LIMIT } from '#domain/notes/mentions.js';
import { ProblemError } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { problemWords } from '../../lib/problem-words.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { mentionLabels, withMentions } from './mention-text.js';
import { NoteField } from './note-field.js';

interface Props {
  label: string;
  submit: string;
  body: string;
  onChange: (body: string) => void;
  officers: readonly Mentionable[];
  isPending: boolean;
  error: unknown;
  field: RefObject<HTMLTextAreaElement | null>;
  /** With the mentions by id. */
  onSubmit: (body: string) => void;
  onCancel: () => void;
}

/** For a new note and for one that is edited. */
export function NoteForm(props: Props) {
  const { label, submit, body, onChange, officers, isPending, error, field, onSubmit, onCancel } = props;
  const { t } = useTranslation();
  const words = useNoteProblem(officers);
  const form = useRef<HTMLFormElement>(null);
  const kept = withMentions(body.trim(), mentionLabels(officers));
  const excess = kept.length - NOTE_LIMIT;
  const canSubmit = kept !== '' && excess <= 0 && !isPending;
  const send = () => {
    if (canSubmit) onSubmit(kept);
  };
  const onForm = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  useShortcuts('writing', {
    note: { keys: ['Mod+Enter'], words: submit, run: canSubmit ? send : undefined, within: form },
  });
  return (
    <form ref={form} onSubmit={onForm}>
      <NoteField
        label={label}
        value={body}
        onChange={onChange}
        officers={officers}
        field={field}
        error={excess > 0 ? t('notes.tooLong', { count: excess }) : words(error)}
      />
      <Group mt="xs" gap="xs">
        <Button type="submit" size="xs" disabled={!canSubmit} loading={isPending}>
          {submit}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** A mention of somebody who may not read it is said by name. */
function useNoteProblem(officers: readonly Mentionable[]): (error: unknown) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (error) => {
    if (!error) return null;
    if (!(error instanceof ProblemError)) return problemWords(t, error);
    const { code, current, errors } = error.problem;
    if (!errors?.some(({ field }) => field === 'mentions')) {
      return code === 'forbidden' ? t('notes.closed') : problemWords(t, error);
    }
    const ids = Array.isArray(current?.officerIds) ? current.officerIds : [];
    const names = officers.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    return t('notes.mayNotRead', { names: names.join(format.language === 'zh' ? '、' : ', ') || '?' });
  };
}
