import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentsQuery } from '../../lib/directory.js';
import { useLocalised } from '../../lib/i18n.js';
import { ReasonField } from '../../ui/reason-field.js';
import { Failure } from '../../ui/states.js';
import { BulkForm, type BulkFormProps } from './bulk-form.js';

export function BulkTransferDialog(props: BulkFormProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const departments = useQuery(departmentsQuery);
  const [department, setDepartment] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    return department ? { act: 'transfer' as const, department, note: note.trim() || undefined } : null;
  };
  const words = { title: t('bulk.dialog.transfer.title'), submit: t('bulk.dialog.transfer.submit') };
  return (
    <BulkForm {...props} {...words} order={order}>
      {departments.isError && <Failure error={departments.error} onRetry={() => void departments.refetch()} />}
      <Text size="sm">{t('bulk.dialog.transfer.keeps')}</Text>
      <NativeSelect
        label={t('bulk.dialog.transfer.department')}
        data-autofocus
        value={department}
        onChange={(event) => setDepartment(event.currentTarget.value)}
        error={isTried && !department && t('bulk.dialog.required')}
      >
        <option value="">{t('bulk.dialog.transfer.choose')}</option>
        {departments.data?.items.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {localised(name)}
          </option>
        ))}
      </NativeSelect>
      <ReasonField label={t('bulk.dialog.transfer.note')} maxLength={1_000} value={note} onChange={setNote} />
    </BulkForm>
  );
}
