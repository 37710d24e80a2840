import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { order } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';

export function MuteDialog({ reportId, onClose }: { reportId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const mute = useMutation({
    mutationFn: () =>
      order({ method: 'POST', path: `/moderation/reports/${reportId}/mute-reporter`, body: { why: why.trim() } }),
    onSuccess: () => {
      tell.done(t('moderation.reports.muted'));
      onClose();
    },
    onError: tell.problem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.held }),
  });
  const onSubmit = () => {
    setTried(true);
    if (!why.trim()) return field.current?.focus();
    if (!mute.isPending) mute.mutate();
  };
  return (
    <FormDialog
      title={t('moderation.reports.muteTitle')}
      submit={t('moderation.reports.muteSubmit')}
      isPending={mute.isPending}
      {...{ onSubmit, onClose }}
    >
      <TextInput
        ref={field}
        data-autofocus
        label={t('moderation.reports.muteWhy')}
        description={t('moderation.reports.muteHint')}
        withAsterisk
        required
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        error={isTried && !why.trim() && t('moderation.reports.muteMissing')}
      />
    </FormDialog>
  );
}
