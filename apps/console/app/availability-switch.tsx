import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce.js';
import { order } from '../lib/http.js';
import { keys } from '../lib/keys.js';
import { hasRole, useMe } from '../lib/session.js';
import { useTell } from '../lib/tell.js';

/** Only officers are given conversations. */
export function AvailabilitySwitch() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const tell = useTell();
  const change = useMutation({
    mutationFn: (isAvailable: boolean) => order({ method: 'PUT', path: '/me/availability', body: { isAvailable } }),
    onSuccess: (_, isAvailable) => {
      announce(t(isAvailable ? 'shell.nowAvailable' : 'shell.nowAway'));
      return queries.invalidateQueries({ queryKey: keys.me });
    },
    onError: (error) => tell.problem(error),
  });
  if (!hasRole(me, 'officer')) return null;
  const isAvailable = change.isPending ? change.variables : me.isAvailable;
  return (
    <Switch
      size="sm"
      checked={isAvailable}
      disabled={change.isPending}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
      label={t(isAvailable ? 'shell.available' : 'shell.away')}
      title={t('shell.availabilityHint')}
    />
  );
}
