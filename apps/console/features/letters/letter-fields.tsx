import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTER_BODY_LIMIT, type LetterView } from '#contracts/letters.http.js';
import { officialsQuery } from '../../lib/directory.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { Failure } from '../../ui/states.js';
import type { EditorState, LetterEditor } from './letter-editor.js';
import classes from './letters.module.css';
import { SaveState } from './save-state.js';

interface Props {
  letter: LetterView;
  editor: LetterEditor;
  state: EditorState;
  /** By field: why the desk did not take the letter. */
  faults: ReadonlyMap<string, string>;
}

export function LetterFields({ letter, editor, state, faults }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text } = state;
  const counted = t('letters.fields.characters', {
    number: format.number(text.body.length),
    limit: format.number(LETTER_BODY_LIMIT),
  });
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.size > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return (
    <Stack ref={fields} gap="sm">
      <TextInput
        label={t('letters.fields.title')}
        maxLength={200}
        value={text.title}
        onChange={(event) => editor.type({ title: event.currentTarget.value })}
        error={faults.get('title')}
      />
      <TextInput
        label={t('letters.fields.salutation')}
        description={t('letters.fields.salutationHint')}
        maxLength={200}
        value={text.salutation}
        onChange={(event) => editor.type({ salutation: event.currentTarget.value })}
        error={faults.get('salutation')}
      />
      <Textarea
        classNames={{ input: classes.bodyInput }}
        label={t('letters.fields.body')}
        description={`${t('letters.fields.bodyHint')} ${counted}`}
        autosize
        minRows={12}
        maxLength={LETTER_BODY_LIMIT}
        value={text.body}
        onChange={(event) => editor.type({ body: event.currentTarget.value })}
        error={faults.get('body')}
      />
      <OfficialField letter={letter} editor={editor} value={text.officialId} fault={faults.get('officialId')} />
      <SaveState state={state} isDirty={editor.isDirty} />
    </Stack>
  );
}

interface OfficialProps {
  letter: LetterView;
  editor: LetterEditor;
  value: string | null;
  fault: string | undefined;
}

function OfficialField({ letter, editor, value, fault }: OfficialProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const officials = useQuery(officialsQuery(letter.department.slug));
  if (officials.isError) return <Failure error={officials.error} onRetry={() => void officials.refetch()} />;
  return (
    <NativeSelect
      label={t('letters.fields.official')}
      description={t('letters.fields.officialHint')}
      value={value ?? ''}
      onChange={(event) => editor.type({ officialId: event.currentTarget.value || null })}
      error={fault}
    >
      <option value="">{t('letters.fields.chooseOfficial')}</option>
      {officials.data?.items.map(({ id, name, title }) => (
        <option key={id} value={id}>
          {localised(name)} · {localised(title)}
        </option>
      ))}
    </NativeSelect>
  );
}
