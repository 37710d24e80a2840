import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnHours, staffedOfficerSchema } from '#contracts/assignment.http.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import { act, isOutOfSight, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { hasRole, useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import layout from '../../ui/layout.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { hoursDraft, hoursOf, problemsOf } from './hours-draft.js';
import { HoursFields } from './hours-fields.js';
import { OutOfOfficeFields } from './out-of-office-fields.js';
import { ownHoursQuery } from './staffing.queries.js';

export function MyHoursPage() {
  const { t } = useTranslation();
  const isOfficer = hasRole(useMe(), 'officer');
  const own = useQuery({ ...ownHoursQuery, enabled: isOfficer });
  const isNoOfficer = !isOfficer || isOutOfSight(own.error);
  return (
    <div className={layout.narrow}>
      <PageHeading title={t('staffing.hours.title')} />
      <Text c="dimmed">{t('staffing.hours.lead')}</Text>
      {own.isPending && isOfficer && <Loading />}
      {isNoOfficer && <Empty>{t('staffing.hours.notOfficer')}</Empty>}
      {own.isLoadingError && !isNoOfficer && <Failure error={own.error} onRetry={() => void own.refetch()} />}
      {/* What is typed is never overwritten by a refetch: only "load anew" and a save make a new form. */}
      {own.data && <HoursForm key={own.data.officer.id} own={own.data} />}
    </div>
  );
}

function HoursForm({ own: initial }: { own: OwnHours }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [own, setOwn] = useState(initial);
  const [draft, setDraft] = useState(() => hoursDraft(initial.officer));
  const [isTried, setTried] = useState(false);
  const problems = isTried ? problemsOf(draft) : [];
  const save = useMutation({
    mutationFn: () =>
      act(staffedOfficerSchema, {
        method: 'PUT',
        path: '/me/hours',
        body: { version: own.officer.version, ...hoursOf(draft) },
      }),
    onSuccess: (officer) => {
      const saved = { ...own, officer };
      queries.setQueryData(keys.ownHours, saved);
      setOwn(saved);
      setDraft(hoursDraft(officer));
      setTried(false);
      tell.done(t('staffing.hours.saved'));
    },
    onError: (error) => !isStale(error) && tell.problem(error),
  });
  const reload = async () => {
    const fresh = await queries.fetchQuery({ ...ownHoursQuery, staleTime: 0 });
    setOwn(fresh);
    setDraft(hoursDraft(fresh.officer));
    save.reset();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (problemsOf(draft).length > 0) return focusWrong(event.currentTarget);
    save.mutate();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {isStale(save.error) && (
          <StaleNotice reload={t('staffing.hours.reload')} onReload={() => void reload().catch(tell.problem)}>
            {t('staffing.hours.discardOther')}
          </StaleNotice>
        )}
        <OutOfOfficeFields draft={draft} onChange={setDraft} colleagues={own.colleagues} problems={problems} />
        <HoursFields
          draft={draft}
          onChange={setDraft}
          departmentTimeZone={own.departmentTimeZone}
          problems={problems}
        />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('staffing.hours.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'stale-version';
}
