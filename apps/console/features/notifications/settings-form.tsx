import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DIGEST_MINUTES,
  type NotificationSettings,
  notificationSettingsSchema,
} from '#contracts/notifications.http.js';
import { NOTIFICATION_KINDS, type NotificationKind } from '#domain/notifications/notification-kinds.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { Notice } from '../../ui/states.js';
import classes from './notifications.module.css';

const WAYS = ['inApp', 'browser', 'mail'] as const;
type Way = (typeof WAYS)[number];

export function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [kinds, setKinds] = useState(settings.kinds);
  const [digest, setDigest] = useState<{ isOn: boolean; afterMinutes: number | string }>(settings.digest);
  const minutes = Number(digest.afterMinutes);
  const isRight = Number.isInteger(minutes) && minutes >= DIGEST_MINUTES.least && minutes <= DIGEST_MINUTES.most;
  const save = useMutation({
    mutationFn: () =>
      act(notificationSettingsSchema, {
        method: 'PUT',
        path: '/notifications/settings',
        body: { kinds, digest: { isOn: digest.isOn, afterMinutes: minutes } },
      }),
    onSuccess: (saved) => {
      queries.setQueryData(keys.notificationSettings, saved);
      tell.done(t('notifications.saved'));
    },
    onError: (error) => tell.problem(error),
  });
  const set = (kind: NotificationKind, way: Way, isOn: boolean) =>
    setKinds({ ...kinds, [kind]: { ...kinds[kind], [way]: isOn } });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) save.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <section className={classes.card}>
        <table className={classes.ways}>
          <thead>
            <tr>
              <th scope="col">{t('notifications.kind')}</th>
              {WAYS.map((way) => (
                <th key={way} scope="col">
                  {t(`notifications.ways.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NOTIFICATION_KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`notifications.kindWords.${kind}`)}</th>
                {WAYS.map((way) => (
                  <td key={way}>
                    <Checkbox
                      size="md"
                      aria-label={`${t(`notifications.kindWords.${kind}`)}: ${t(`notifications.ways.${way}`)}`}
                      checked={kinds[kind][way] && kinds[kind].inApp}
                      disabled={way !== 'inApp' && !kinds[kind].inApp}
                      onChange={(event) => set(kind, way, event.currentTarget.checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={classes.card} aria-labelledby="mail-messages">
        <h2 id="mail-messages" className={classes.cardTitle}>
          {t('notifications.mailTitle')}
        </h2>
        {!settings.isMailSet && <Notice tone="info">{t('notifications.mailUnset')}</Notice>}
        <Checkbox
          mt="xs"
          label={t('notifications.mailOn')}
          checked={digest.isOn}
          onChange={(event) => setDigest({ ...digest, isOn: event.currentTarget.checked })}
        />
        <NumberInput
          mt="sm"
          maw="16rem"
          label={t('notifications.mailAfter')}
          description={t('notifications.mailHint')}
          min={DIGEST_MINUTES.least}
          max={DIGEST_MINUTES.most}
          clampBehavior="none"
          hideControls
          allowDecimal={false}
          allowNegative={false}
          disabled={!digest.isOn}
          value={digest.afterMinutes}
          onChange={(afterMinutes) => setDigest({ ...digest, afterMinutes })}
          error={!isRight && t('notifications.minutesWrong', DIGEST_MINUTES)}
        />
      </section>
      <Button type="submit" mt="md" loading={save.isPending} disabled={!isRight}>
        {t('notifications.save')}
      </Button>
    </form>
  );
}
