import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModerationReasonView } from '#contracts/moderation-reasons.http.js';
import { isAdministrator } from '#domain/identity/roles.js';
import { reasonsQuery } from '../../lib/moderation-reasons.js';
import { actorOf, useMe } from '../../lib/session.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading } from '../../ui/states.js';
import { EarlierDialog } from './earlier-dialog.js';
import { ReasonCard } from './reason-card.js';
import { ReasonDialog } from './reason-dialog.js';
import classes from './reasons.module.css';

type Open = { name: 'make' } | { name: 'edit' | 'earlier'; reason: ModerationReasonView };

/** The catalogue, kept by administrators; the others look. */
export function ReasonsPage() {
  const { t } = useTranslation();
  const reasons = useQuery(reasonsQuery);
  const mayKeep = isAdministrator(actorOf(useMe()));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes.page}>
      <PageHeading title={t('decisions.catalogue.title')} />
      <Stack>
        <Text>{t('decisions.catalogue.lead')}</Text>
        {mayKeep ? (
          <div>
            <Button onClick={() => setOpen({ name: 'make' })}>{t('decisions.catalogue.add')}</Button>
          </div>
        ) : (
          <Text c="dimmed">{t('decisions.catalogue.onlyAdministrators')}</Text>
        )}
        {reasons.isPending && <Loading />}
        {reasons.isError && !reasons.data && <Failure error={reasons.error} onRetry={() => void reasons.refetch()} />}
        <ul className={classes.list}>
          {reasons.data?.items.map((reason) => (
            <ReasonCard
              key={reason.code}
              reason={reason}
              mayKeep={mayKeep}
              onEdit={() => setOpen({ name: 'edit', reason })}
              onEarlier={() => setOpen({ name: 'earlier', reason })}
            />
          ))}
        </ul>
      </Stack>
      {open?.name === 'make' && <ReasonDialog reason={null} onClose={close} />}
      {open?.name === 'edit' && <ReasonDialog reason={open.reason} onClose={close} />}
      {open?.name === 'earlier' && <EarlierDialog code={open.reason.code} onClose={close} />}
    </div>
  );
}
