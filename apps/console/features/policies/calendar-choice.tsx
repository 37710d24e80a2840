import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CalendarList, calendarListSchema, followedSchema } from '#contracts/calendars.http.js';
import type { DeadlinePolicyView } from '#contracts/deadlines.http.js';
import { act, ProblemError, read } from '../../lib/http.js';
import { useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import layout from '../../ui/layout.module.css';
import { MovesDialog } from '../../ui/moves-dialog.js';
import { Failure, Loading, Notice } from '../../ui/states.js';
import classes from './policies.module.css';

/** Which calendar says what working time is. */
export function CalendarChoice({ view }: { view: DeadlinePolicyView }) {
  const { t } = useTranslation();
  const calendars = useQuery({
    queryKey: keys.calendars,
    queryFn: ({ signal }) => read('/calendars', calendarListSchema, signal),
  });
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="calendar">
      <h2 id="calendar">{t('policies.calendar.title')}</h2>
      {calendars.isPending && <Loading />}
      {calendars.isLoadingError && <Failure error={calendars.error} onRetry={() => void calendars.refetch()} />}
      {calendars.data && <Choice view={view} calendars={calendars.data.items} />}
    </section>
  );
}

function Choice({ view, calendars }: { view: DeadlinePolicyView; calendars: CalendarList['items'] }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const current = view.calendar?.slug ?? '';
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const follow = useFollow(view.department.slug, current);
  const slug = chosen ?? current;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
  };
  const apply = () =>
    follow.mutate(slug || null, {
      onSettled: () => {
        setChosen(null);
        setAsked(false);
      },
    });
  // What is followed already may always be gone back to.
  const mayChoose = (calendar: CalendarList['items'][number]) => calendar.mayShare || calendar.slug === current;
  const offered = calendars.filter(({ isArchived }) => !isArchived);
  const wanted = calendars.find((calendar) => calendar.slug === slug);
  const named = wanted ? localised(wanted.name) : t('policies.calendar.none');
  return (
    <>
      {isAsked && (
        <MovesDialog
          title={t('policies.calendar.ask', { name: named, department: localised(view.department.name) })}
          submit={wanted ? t('policies.calendar.save') : t('policies.calendar.saveNone')}
          path={`/departments/${encodeURIComponent(view.department.slug)}/calendar/moves`}
          body={{ calendar: slug || null }}
          isPending={follow.isPending}
          onSubmit={apply}
          onClose={() => setAsked(false)}
        />
      )}
      <form onSubmit={onSubmit}>
        {follow.isStale && <Notice tone="warn">{t('policies.calendar.stale')}</Notice>}
        <Group align="end">
          <NativeSelect
            w="min(26rem, 100%)"
            label={t('policies.calendar.label')}
            description={t('policies.calendar.hint')}
            value={slug}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            <option value="">{t('policies.calendar.none')}</option>
            {offered.map((calendar) => (
              <option key={calendar.slug} value={calendar.slug} disabled={!mayChoose(calendar)}>
                {mayChoose(calendar)
                  ? localised(calendar.name)
                  : t('policies.calendar.kept', { name: localised(calendar.name) })}
              </option>
            ))}
          </NativeSelect>
          <Button type="submit" variant="default" disabled={slug === current}>
            {t('policies.calendar.look')}
          </Button>
          <Link to="/calendars">{t('policies.calendar.see')}</Link>
        </Group>
      </form>
    </>
  );
}

function useFollow(slug: string, current: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const follow = useMutation({
    mutationFn: (calendar: string | null) =>
      act(followedSchema, {
        method: 'PUT',
        path: `/departments/${encodeURIComponent(slug)}/calendar`,
        body: { calendar, seen: current || null },
      }),
    onSuccess: () => tell.done(t('policies.calendar.saved')),
    onError: (error) => !isStale(error) && tell.problem(error),
    onSettled: () =>
      Promise.all(
        [keys.deadlinePolicy(slug), keys.calendars].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
  return { ...follow, isStale: isStale(follow.error) };
}

function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'stale-version';
}
