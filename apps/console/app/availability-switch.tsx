import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce.js';
import { order } from '../lib/http.js';
import { keys } from '../lib/keys.js';
import { hasRole, useMe } from '../lib/session.js';
import { useTell } from '../lib/tell.js';

export function AvailabilitySwitch() {
  const { t } = useTranslation();
  const { isOffered, isAvailable, isChanging, set } = useAvailability();
  if (!isOffered) return null;
  return (
    <Switch
      size="sm"
      checked={isAvailable}
      disabled={isChanging}
      onChange={(event) => set(event.currentTarget.checked)}
      label={t(isAvailable ? 'shell.available' : 'shell.away')}
      title={t('shell.availabilityHint')}
    />
  );
}

/** Whether new conversations are given to me. */
export function useAvailability() {
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
  return {
    /** Only officers are given conversations. */
    isOffered: hasRole(me, 'officer'),
    isAvailable: change.isPending ? change.variables : me.isAvailable,
    isChanging: change.isPending,
    set: change.mutate,
  };
}
