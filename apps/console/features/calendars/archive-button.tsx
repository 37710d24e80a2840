import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarView, calendarSchema } from '#contracts/calendars.http.js';
import { act } from '../../lib/http.js';
import { useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';

/** Out of what is offered, and back; what departments follow stays, and says who they are. */
export function ArchiveButton({ calendar }: { calendar: CalendarView }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const [isAsked, setAsked] = useState(false);
  const archive = useArchive(calendar, () => setAsked(false));
  if (calendar.isArchived) {
    return (
      <Button loading={archive.isPending} onClick={() => archive.mutate()}>
        {t('calendars.archived.restore')}
      </Button>
    );
  }
  if (calendar.departments.length > 0) {
    const names = calendar.departments.map(({ name }) => localised(name)).join(' · ');
    return (
      <Text size="sm" c="dimmed">
        {t('calendars.archived.followed', { names })}
      </Text>
    );
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('calendars.archived.archive')}
      </Button>
      {isAsked && (
        <FormDialog
          title={localised(calendar.name)}
          submit={t('calendars.archived.archive')}
          isPending={archive.isPending}
          onSubmit={() => archive.mutate()}
          onClose={() => setAsked(false)}
        >
          <Text>{t('calendars.archived.ask')}</Text>
        </FormDialog>
      )}
    </>
  );
}

function useArchive({ slug, isArchived }: CalendarView, onSettled: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: () =>
      act(calendarSchema, {
        method: 'POST',
        path: `/calendars/${encodeURIComponent(slug)}/${isArchived ? 'restore' : 'archive'}`,
      }),
    onSuccess: (saved) => {
      queries.setQueryData(keys.calendar(slug), saved);
      tell.done(t(isArchived ? 'calendars.archived.restored' : 'calendars.archived.done'));
    },
    onError: tell.problem,
    // Somebody may have followed it meanwhile: then the page says who.
    onSettled: () => {
      onSettled();
      return queries.invalidateQueries({ queryKey: keys.calendars });
    },
  });
}
