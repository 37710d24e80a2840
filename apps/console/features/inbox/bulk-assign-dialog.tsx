import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../lib/directory.js';
import { Failure, Loading } from '../../ui/states.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';
import { DepartmentField } from './department-field.js';
import { useSelectedDepartment } from './selected-department.js';

export function BulkAssignDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const department = useSelectedDepartment(props);
  const [officerId, setOfficerId] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    return officerId ? { act: 'assign' as const, officerId } : null;
  };
  const choose = (slug: string) => {
    setOfficerId('');
    department.choose(slug);
  };
  return (
    <BulkForm {...props} title={t('bulk.dialog.assign.title')} submit={t('bulk.dialog.assign.submit')} order={order}>
      <DepartmentField {...department} choose={choose} />
      <OfficerField
        slug={department.slug}
        value={officerId}
        onChange={setOfficerId}
        isMissing={isTried && !officerId}
      />
    </BulkForm>
  );
}

interface FieldProps {
  slug: string;
  value: string;
  onChange: (officerId: string) => void;
  isMissing: boolean;
}

function OfficerField({ slug, value, onChange, isMissing }: FieldProps) {
  const { t } = useTranslation();
  const colleagues = useQuery(colleaguesQuery(slug));
  if (colleagues.isPending) return <Loading />;
  if (!colleagues.data) return <Failure error={colleagues.error} onRetry={() => void colleagues.refetch()} />;
  if (colleagues.data.items.length === 0) return <Text>{t('bulk.dialog.assign.nobody')}</Text>;
  return (
    <NativeSelect
      label={t('bulk.dialog.assign.officer')}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isMissing && t('bulk.dialog.required')}
    >
      <option value="">{t('bulk.dialog.assign.choose')}</option>
      {colleagues.data.items.map(({ id, name, inHand, capacity, isPresent }) => {
        const presence = t(isPresent ? 'bulk.dialog.assign.present' : 'bulk.dialog.assign.absent');
        return (
          <option key={id} value={id}>
            {t('bulk.dialog.assign.option', { name, inHand, capacity, presence })}
          </option>
        );
      })}
    </NativeSelect>
  );
}
