import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ModeratorSetting, moderatorSettingSchema } from '#contracts/moderators.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { moderatorSettingQuery } from './moderators.queries.js';

/** Each moderator chooses for themselves; until it is known, texts are covered. */
export function useCoversDistressing(): boolean {
  return useQuery(moderatorSettingQuery).data?.coversDistressing ?? true;
}

export function CoveringChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const coversDistressing = useCoversDistressing();
  const set = useMutation({
    mutationFn: (body: ModeratorSetting) =>
      act(moderatorSettingSchema, { method: 'PUT', path: '/moderation/setting', body }),
    onSuccess: (setting) => queries.setQueryData(keys.moderatorSetting, setting),
    onError: tell.problem,
  });
  return (
    <Switch
      label={t('moderation.covered.setting')}
      checked={coversDistressing}
      onChange={(event) => set.mutate({ coversDistressing: event.currentTarget.checked })}
    />
  );
}
