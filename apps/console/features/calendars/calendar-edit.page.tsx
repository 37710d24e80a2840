import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CalendarView } from '#contracts/calendars.http.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import { viewerTimeZone } from '../../lib/format.js';
import { useLocalised } from '../../lib/i18n.js';
import { useKeptForm } from '../../lib/kept-form.js';
import { useMe } from '../../lib/session.js';
import { BegunNotice } from '../../ui/begun-notice.js';
import layout from '../../ui/layout.module.css';
import { MovesDialog } from '../../ui/moves-dialog.js';
import { PageHeading } from '../../ui/page-heading.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { Failure, Loading, Notice } from '../../ui/states.js';
import { draftOf, type FormProblem, formOf, newForm, problemsOf } from './calendar-form.js';
import { calendarQuery } from './calendars.queries.js';
import { DraftPreview } from './draft-preview.js';
import { ExceptionFields } from './exception-fields.js';
import { HolidayFields } from './holiday-fields.js';
import { KEPT_CALENDARS } from './kept-calendars.js';
import { NameFields } from './name-fields.js';
import { useSaveCalendar } from './use-save-calendar.js';
import { WeekFields } from './week-fields.js';

export function NewCalendarPage() {
  return <Editor calendar={null} />;
}

export function EditCalendarPage() {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const calendar = useQuery(calendarQuery(slug));
  const [opened, setOpened] = useState(0);
  if (calendar.isPending) return <Loading title={t('calendars.title')} />;
  if (!calendar.data) return <Failure error={calendar.error} onRetry={() => void calendar.refetch()} />;
  const reload = () => void calendar.refetch().then(() => setOpened(opened + 1));
  return <Editor key={`${slug} ${opened}`} calendar={calendar.data} onReload={reload} />;
}

const NONE: ReadonlySet<FormProblem> = new Set();

/** What is typed stays, whatever happens to the calendar meanwhile. */
function Editor({ calendar, onReload }: { calendar: CalendarView | null; onReload?: () => void }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const owner = { officerId: useMe().id, thing: calendar?.slug ?? '' };
  const [opened] = useState(calendar);
  const start = opened ? formOf(opened) : newForm(viewerTimeZone());
  const kept = useKeptForm(KEPT_CALENDARS, { ...owner, version: opened?.version ?? 0, start });
  const { form } = kept;
  // What was begun from an earlier version says so when it is saved.
  const seen = opened && { ...opened, version: kept.version };
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const save = useSaveCalendar(seen, kept.drop);
  // What nobody follows moves nothing.
  const isFollowed = seen !== null && seen.departments.length > 0;
  const problems = isTried ? problemsOf(form) : NONE;
  const put = (change: Partial<typeof form>) => kept.put((before) => ({ ...before, ...change }));
  const anew = () => {
    kept.drop();
    onReload?.();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (problemsOf(form).size > 0) return focusWrong(event.currentTarget);
    if (isFollowed) setAsked(true);
    else save.mutate(form);
  };
  const back = seen ? `/calendars/${encodeURIComponent(seen.slug)}` : '/calendars';
  const title = seen ? t('calendars.form.editTitle', { name: localised(seen.name) }) : t('calendars.form.newTitle');
  if (seen && !seen.mayEdit) return <Notice tone="warn">{t('calendars.readOnly')}</Notice>;
  return (
    <div className={layout.page}>
      <Link to={back}>{seen ? localised(seen.name) : t('calendars.back')}</Link>
      <PageHeading title={title} />
      {seen && isAsked && (
        <MovesDialog
          title={t('calendars.form.ask', { version: seen.version + 1, name: localised(seen.name) })}
          submit={t('calendars.form.save', { version: seen.version + 1 })}
          path={`/calendars/${encodeURIComponent(seen.slug)}/moves`}
          body={draftOf(form)}
          isPending={save.isPending}
          onSubmit={() => save.mutate(form, { onSettled: () => setAsked(false) })}
          onClose={() => setAsked(false)}
        />
      )}
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {kept.isFromBefore && <BegunNotice onDrop={kept.drop} />}
          {save.isStale && (
            <StaleNotice reload={t('calendars.form.reload')} onReload={anew}>
              {t('calendars.form.stale')}
            </StaleNotice>
          )}
          <NameFields form={form} onChange={put} problems={problems} isNew={!seen} isTaken={save.isTaken} />
          <WeekFields form={form} onChange={put} problems={problems} />
          <HolidayFields form={form} onChange={put} />
          <ExceptionFields
            exceptions={form.exceptions}
            year={year}
            onChange={(exceptions) => put({ exceptions })}
            problems={problems}
          />
          <DraftPreview slug={seen?.slug ?? null} form={form} year={year} onYear={setYear} />
          <TextInput
            label={t('calendars.form.why')}
            description={t('calendars.form.whyHint')}
            maxLength={500}
            value={form.why}
            onChange={(event) => put({ why: event.currentTarget.value })}
            error={problems.has('why') && t('calendars.form.whyMissing')}
          />
          {problems.size > 0 && <Notice tone="late">{t('calendars.form.wrong')}</Notice>}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {seen
                ? t(isFollowed ? 'calendars.form.look' : 'calendars.form.save', { version: seen.version + 1 })
                : t('calendars.form.create')}
            </Button>
            <Button component={Link} to={back} variant="default" onClick={kept.drop}>
              {t('calendars.form.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
