import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CALENDAR_BYTES_LIMIT, type CalendarView, importResultSchema } from '#contracts/calendars.http.js';
import { sendFile, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';

const TYPES: Record<string, string> = { csv: 'text/csv', ics: 'text/calendar' };

interface Chosen {
  file: File;
  type: string;
}

/** Choosing a file shows what it would bring; only then it can be brought. */
export function useImport({ slug, version }: CalendarView, onDone: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<'tooLarge' | 'wrongKind' | null>(null);
  const send = ({ file, type }: Chosen, query: { dryRun: boolean; why?: string }) =>
    sendFile(importResultSchema, {
      path: withQuery(`/calendars/${encodeURIComponent(slug)}/import`, { version, ...query }),
      type,
      file,
    });
  const look = useMutation({ mutationFn: (choice: Chosen) => send(choice, { dryRun: true }) });
  const bring = useMutation({
    mutationFn: ({ choice, why }: { choice: Chosen; why: string }) => send(choice, { dryRun: false, why }),
    onSuccess: () => {
      tell.done(t('calendars.import.done'));
      setChosen(null);
      look.reset();
      onDone();
    },
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.calendars }),
  });
  const choose = (file: File | null) => {
    const type = TYPES[file?.name.split('.').at(-1)?.toLowerCase() ?? ''];
    setProblem(null);
    setChosen(null);
    look.reset();
    if (!file) return;
    if (!type) return setProblem('wrongKind');
    if (file.size > CALENDAR_BYTES_LIMIT) return setProblem('tooLarge');
    setChosen({ file, type });
    look.mutate({ file, type });
  };
  const apply = (why: string) => chosen && bring.mutate({ choice: chosen, why });
  return { choose, problem, look, apply, isBringing: bring.isPending, name: chosen?.file.name ?? null };
}
