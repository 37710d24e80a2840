import { Group, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TAG_COLOURS } from '#domain/triage/tag-colours.js';
import { TagChip } from '../../ui/tag-chip.js';
import classes from './tags.module.css';
import type { TagFields } from './use-tag-acts.js';

interface Props {
  fields: TagFields;
  onChange: (fields: TagFields) => void;
  error: string | null;
}

export function isNamed({ name }: TagFields): boolean {
  return name.en.trim() !== '' || name.zh.trim() !== '';
}

export function TagFieldSet({ fields, onChange, error }: Props) {
  const { t } = useTranslation();
  const { name, colour } = fields;
  // Which of two names is at fault is not said; with one name it is clear.
  const isEnglishAtFault = name.zh.trim() === '' && name.en.trim() !== '';
  return (
    <>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          label={t('triage.tags.nameZh')}
          lang="zh"
          maxLength={40}
          value={name.zh}
          onChange={(event) => onChange({ ...fields, name: { ...name, zh: event.currentTarget.value } })}
          error={!isEnglishAtFault && error}
        />
        <TextInput
          label={t('triage.tags.nameEn')}
          lang="en"
          maxLength={40}
          value={name.en}
          onChange={(event) => onChange({ ...fields, name: { ...name, en: event.currentTarget.value } })}
          error={isEnglishAtFault && error}
        />
      </Group>
      <Radio.Group
        label={t('triage.tags.colour')}
        value={colour}
        onChange={(value) => onChange({ ...fields, colour: TAG_COLOURS.find((one) => one === value) ?? colour })}
      >
        <div className={classes.swatches}>
          {TAG_COLOURS.map((one) => {
            const words = t(`triage.tags.colours.${one}`);
            const sample = { name: { en: words, zh: words }, colour: one, isArchived: false };
            return <Radio key={one} value={one} label={<TagChip tag={sample} />} />;
          })}
        </div>
      </Radio.Group>
    </>
  );
}
