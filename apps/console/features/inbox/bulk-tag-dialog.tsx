import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../lib/i18n.js';
import { tagsQuery } from '../../lib/tags.js';
import { Failure, Loading } from '../../ui/states.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';
import { DepartmentField } from './department-field.js';
import { useSelectedDepartment } from './selected-department.js';

/** What is put on some and taken off others; a tag in neither list stays as each row has it. */
export function BulkTagDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const department = useSelectedDepartment(props);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const isMissing = add.length + remove.length === 0;
  const order = () => {
    setTried(true);
    return isMissing ? null : { act: 'tag' as const, add, remove: remove.filter((id) => !add.includes(id)) };
  };
  const choose = (slug: string) => {
    setAdd([]);
    setRemove([]);
    department.choose(slug);
  };
  return (
    <BulkForm {...props} title={t('bulk.dialog.tag.title')} submit={t('bulk.dialog.tag.submit')} order={order}>
      <DepartmentField {...department} choose={choose} />
      <TagFields slug={department.slug} add={add} onAdd={setAdd} remove={remove} onRemove={setRemove} />
      {isTried && isMissing && (
        <Text size="sm" c="var(--late-fg)" role="alert">
          {t('bulk.dialog.required')}
        </Text>
      )}
    </BulkForm>
  );
}

interface FieldsProps {
  slug: string;
  add: string[];
  onAdd: (ids: string[]) => void;
  remove: string[];
  onRemove: (ids: string[]) => void;
}

function TagFields({ slug, add, onAdd, remove, onRemove }: FieldsProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const tags = useQuery(tagsQuery);
  if (tags.isPending) return <Loading />;
  if (!tags.data) return <Failure error={tags.error} onRetry={() => void tags.refetch()} />;
  const usable = tags.data.items.filter(
    (tag) => tag.department.slug === slug && !tag.isArchived && tag.mergedIntoId === null,
  );
  if (usable.length === 0) return <Text size="sm">{t('bulk.dialog.tag.none')}</Text>;
  const boxes = usable.map(({ id, name }) => <Checkbox key={id} value={id} label={localised(name)} mt="xs" />);
  return (
    <>
      <Checkbox.Group label={t('bulk.dialog.tag.add')} value={add} onChange={onAdd}>
        {boxes}
      </Checkbox.Group>
      <Checkbox.Group label={t('bulk.dialog.tag.remove')} value={remove} onChange={onRemove}>
        {boxes}
      </Checkbox.Group>
    </>
  );
}
