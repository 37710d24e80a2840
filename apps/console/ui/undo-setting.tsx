import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type UndoSettingView, undoSettingViewSchema } from '#contracts/replies.http.js';
import { UNDO_SECONDS_LIMIT } from '#domain/replies/reply.lifecycle.js';
import { act, read } from '../lib/http.js';
import { useFormat } from '../lib/i18n.js';
import { keys } from '../lib/keys.js';
import { useTell } from '../lib/tell.js';
import { Failure, Loading } from './states.js';

/** How long replies of a department wait before they leave; for its supervisors. */
export function UndoSetting({ slug }: { slug: string }) {
  const setting = useQuery({
    queryKey: keys.undoSetting(slug),
    queryFn: ({ signal }) => read(`/departments/${encodeURIComponent(slug)}/undo`, undoSettingViewSchema, signal),
  });
  if (setting.isPending) return <Loading />;
  if (setting.isError) return <Failure error={setting.error} onRetry={() => void setting.refetch()} />;
  return <Seconds key={setting.data.undoSeconds} slug={slug} setting={setting.data} />;
}

function Seconds({ slug, setting }: { slug: string; setting: UndoSettingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { undoSeconds: saved, changed } = setting;
  const queries = useQueryClient();
  const tell = useTell();
  const [seconds, setSeconds] = useState<string | number>(saved);
  const save = useMutation({
    mutationFn: (undoSeconds: number) =>
      act(undoSettingViewSchema, {
        method: 'PUT',
        path: `/departments/${encodeURIComponent(slug)}/undo`,
        body: { undoSeconds },
      }),
    onSuccess: (answer) => {
      queries.setQueryData(keys.undoSetting(slug), answer);
      tell.done(t('replies.undoSetting.saved'));
    },
    onError: (error) => tell.problem(error),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (typeof seconds === 'number') save.mutate(seconds);
  };
  return (
    <form onSubmit={onSubmit}>
      <Group align="end">
        <NumberInput
          label={t('replies.undoSetting.label')}
          description={t('replies.undoSetting.hint', { limit: UNDO_SECONDS_LIMIT })}
          min={0}
          max={UNDO_SECONDS_LIMIT}
          allowDecimal={false}
          value={seconds}
          onChange={setSeconds}
        />
        <Button type="submit" variant="default" loading={save.isPending} disabled={seconds === saved || seconds === ''}>
          {t('replies.undoSetting.save')}
        </Button>
      </Group>
      {changed && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('replies.undoSetting.changed', {
            name: changed.officerName,
            time: format.dateTime(changed.at),
            from: changed.from,
          })}
        </Text>
      )}
    </form>
  );
}
