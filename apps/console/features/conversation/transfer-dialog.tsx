import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentsQuery } from '../../lib/directory.js';
import { useLocalised } from '../../lib/i18n.js';
import { ReasonField } from '../../ui/reason-field.js';
import { Failure } from '../../ui/states.js';
import type { DialogProps } from './act-bar.js';
import { ActDialog } from './act-dialog.js';

export function TransferDialog({ conversation, acts, onClose }: DialogProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const departments = useQuery(departmentsQuery);
  const [department, setDepartment] = useState('');
  const [note, setNote] = useState('');
  const [restarts, setRestarts] = useState(false);
  const [clockReason, setClockReason] = useState('');
  const [isTried, setTried] = useState(false);
  const order = () => {
    setTried(true);
    if (!department || (restarts && !clockReason.trim())) return null;
    const clock = restarts ? { clock: 'restart', clockReason: clockReason.trim() } : {};
    return { verb: 'transfer' as const, body: { department, note: note.trim() || undefined, ...clock } };
  };
  const others = departments.data?.items.filter(({ slug }) => slug !== conversation.department.slug) ?? [];
  return (
    <ActDialog
      title={t('conversation.transferDialog.title')}
      submit={t('conversation.transferDialog.submit')}
      order={order}
      conversation={conversation}
      acts={acts}
      onClose={onClose}
    >
      {departments.isError && <Failure error={departments.error} onRetry={() => void departments.refetch()} />}
      <Text size="sm">{t('conversation.transferDialog.keeps')}</Text>
      <NativeSelect
        label={t('conversation.transferDialog.department')}
        data-autofocus
        value={department}
        onChange={(event) => setDepartment(event.currentTarget.value)}
        error={isTried && !department && t('conversation.required')}
      >
        <option value="">{t('conversation.transferDialog.choose')}</option>
        {others.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {localised(name)}
          </option>
        ))}
      </NativeSelect>
      <ReasonField
        label={t('conversation.transferDialog.note')}
        description={t('conversation.transferDialog.noteHint')}
        maxLength={1_000}
        value={note}
        onChange={setNote}
      />
      {conversation.may.restartClock && (
        <Radio.Group
          label={t('merging.transfer.clock')}
          value={restarts ? 'restart' : 'keep'}
          onChange={(value) => setRestarts(value === 'restart')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="keep" label={t('merging.transfer.keep')} />
            <Radio
              value="restart"
              label={t('merging.transfer.restart')}
              description={t('merging.transfer.restartHint')}
            />
          </Stack>
        </Radio.Group>
      )}
      {restarts && (
        <ReasonField
          label={t('merging.transfer.reason')}
          value={clockReason}
          onChange={setClockReason}
          error={isTried && !clockReason.trim() && t('conversation.required')}
        />
      )}
    </ActDialog>
  );
}
