import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type CalendarView, calendarSchema } from '#contracts/calendars.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { newId } from '../../lib/uuid.js';
import { type CalendarForm, draftOf } from './calendar-form.js';

/** Makes a calendar, or the next version of the given one as it was when the form was opened. */
export function useSaveCalendar(seen: CalendarView | null, onSaved: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell();
  const [id] = useState(newId);
  const save = useMutation({
    mutationFn: (form: CalendarForm) => {
      const body = { ...draftOf(form), why: form.why.trim() };
      if (!seen) {
        const made = { ...body, id, slug: form.slug };
        return act(calendarSchema, { method: 'POST', path: '/calendars', body: made });
      }
      const path = `/calendars/${encodeURIComponent(seen.slug)}`;
      return act(calendarSchema, { method: 'PUT', path, body: { ...body, version: seen.version } });
    },
    onSuccess: (saved) => {
      onSaved();
      queries.setQueryData(keys.calendar(saved.slug), saved);
      tell.done(seen ? t('calendars.form.saved', { version: saved.version }) : t('calendars.form.created'));
      void navigate(`/calendars/${encodeURIComponent(saved.slug)}`, { replace: true });
    },
    onError: (error) => !isShownInForm(error) && tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.calendars }),
  });
  return { ...save, isStale: codeOf(save.error) === 'stale-version', isTaken: namesSlug(save.error) };
}

function codeOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.problem.code : null;
}

function namesSlug(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.errors?.some(({ field }) => field === 'slug') ?? false);
}

function isShownInForm(error: unknown): boolean {
  return codeOf(error) === 'stale-version' || namesSlug(error);
}
