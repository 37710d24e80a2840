import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReporterMuteView } from '#contracts/reader-reports.http.js';
import { order } from '../../lib/http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import classes from './moderation.module.css';
import { mutesQuery } from './moderators.queries.js';

/** Readers whose reports are not heard, and why. Nothing while there are none. */
export function MutedReporters({ department }: { department: string | null }) {
  const { t } = useTranslation();
  const items = useQuery(mutesQuery(department)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="muted-reporters">
      <h2 id="muted-reporters" className={classes.sectionTitle}>
        {t('moderation.reports.mutedReaders')}
      </h2>
      <ul className={classes.reports}>
        {items.map((mute) => (
          <Muted key={mute.id} mute={mute} />
        ))}
      </ul>
    </section>
  );
}

function Muted({ mute }: { mute: ReporterMuteView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const queries = useQueryClient();
  const tell = useTell();
  const lift = useMutation({
    mutationFn: () => order({ method: 'DELETE', path: `/moderation/mutes/${mute.id}` }),
    onSuccess: () => tell.done(t('moderation.reports.lifted')),
    onError: tell.problem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.held }),
  });
  const words = { name: mute.mutedBy, time: format.dateTime(mute.mutedAt), count: mute.reports };
  return (
    <li>
      <span className={classes.facts}>
        {localised(mute.department.name)} · {t('moderation.reports.mutedBy', words)}
      </span>
      <p dir="auto">{mute.why}</p>
      <Button size="compact-xs" variant="default" loading={lift.isPending} onClick={() => lift.mutate()}>
        {t('moderation.reports.lift')}
      </Button>
    </li>
  );
}
