import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../lib/directory.js';
import { Failure, Loading } from '../../ui/states.js';
import type { DialogProps } from './act-bar.js';
import { ActDialog } from './act-dialog.js';

export function AssignDialog({ conversation, acts, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [officerId, setOfficerId] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    return officerId ? { verb: 'assign' as const, body: { officerId } } : null;
  };
  return (
    <ActDialog
      title={t('conversation.assignDialog.title')}
      submit={t('conversation.assignDialog.submit')}
      order={order}
      conversation={conversation}
      acts={acts}
      onClose={onClose}
    >
      <ColleagueField
        slug={conversation.department.slug}
        value={officerId}
        onChange={setOfficerId}
        error={isTried && !officerId}
      />
    </ActDialog>
  );
}

interface FieldProps {
  slug: string;
  value: string;
  onChange: (officerId: string) => void;
  error: boolean;
}

function ColleagueField({ slug, value, onChange, error }: FieldProps) {
  const { t } = useTranslation();
  const colleagues = useQuery(colleaguesQuery(slug));
  if (colleagues.isPending) return <Loading />;
  if (!colleagues.data) return <Failure error={colleagues.error} onRetry={() => void colleagues.refetch()} />;
  if (colleagues.data.items.length === 0) return <Text>{t('conversation.assignDialog.nobody')}</Text>;
  return (
    <NativeSelect
      label={t('conversation.assignDialog.officer')}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error && t('conversation.required')}
    >
      <option value="">{t('conversation.assignDialog.choose')}</option>
      {colleagues.data.items.map(({ id, name, inHand, capacity, isPresent }) => {
        const presence = t(isPresent ? 'conversation.assignDialog.present' : 'conversation.assignDialog.absent');
        return (
          <option key={id} value={id}>
            {t('conversation.assignDialog.option', { name, inHand, capacity, presence })}
          </option>
        );
      })}
    </NativeSelect>
  );
}
