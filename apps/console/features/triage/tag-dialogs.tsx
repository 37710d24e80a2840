import { NativeSelect, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagView } from '#contracts/triage.http.js';
import { useLocalised } from '../../lib/i18n.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { isNamed, TagFieldSet } from './tag-fields.js';
import { type TagOrder, useTagActs } from './use-tag-acts.js';

export function EditTagDialog({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const [fields, setFields] = useState({ name: tag.name, colour: tag.colour });
  const acts = useTagActs();
  const missing = isNamed(fields) ? null : t('triage.tags.nameMissing');
  return (
    <TagDialog
      title={t('triage.tags.edit', { name: localised(tag.name) })}
      submit={t('triage.tags.save')}
      acts={acts}
      order={() => (isNamed(fields) ? { act: 'edit', tag, fields } : null)}
      onClose={onClose}
    >
      <TagFieldSet
        fields={fields}
        onChange={setFields}
        error={acts.isNameTaken ? t('triage.tags.nameTaken') : missing}
      />
    </TagDialog>
  );
}

interface MergeProps {
  tag: TagView;
  others: readonly TagView[];
  onClose: () => void;
}

export function MergeTagDialog({ tag, others, onClose }: MergeProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const [intoId, setIntoId] = useState('');
  const [isTried, setTried] = useState(false);
  const order = (): TagOrder | null => {
    setTried(true);
    return intoId ? { act: 'merge', tag, intoId } : null;
  };
  return (
    <TagDialog
      title={t('triage.tags.mergeTitle', { name: localised(tag.name) })}
      submit={t('triage.tags.mergeSubmit')}
      acts={useTagActs()}
      order={order}
      onClose={onClose}
    >
      <Text size="sm">{t('triage.tags.mergeLead')}</Text>
      <NativeSelect
        label={t('triage.tags.mergeInto')}
        data-autofocus
        value={intoId}
        onChange={(event) => setIntoId(event.currentTarget.value)}
        error={isTried && !intoId && t('triage.tags.mergeChoose')}
      >
        <option value="">{t('triage.tags.mergeChoose')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {localised(name)}
          </option>
        ))}
      </NativeSelect>
    </TagDialog>
  );
}

interface DialogProps {
  title: string;
  submit: string;
  acts: ReturnType<typeof useTagActs>;
  order: () => TagOrder | null;
  onClose: () => void;
  children: ReactNode;
}

function TagDialog({ title, submit, acts, order, onClose, children }: DialogProps) {
  const onSubmit = () => {
    const given = order();
    if (given && !acts.isPending) void acts.run(given).then(onClose, () => undefined);
  };
  return (
    <FormDialog title={title} submit={submit} isPending={acts.isPending} onSubmit={onSubmit} onClose={onClose}>
      {children}
    </FormDialog>
  );
}
