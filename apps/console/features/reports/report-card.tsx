import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '#contracts/reports.http.js';
import { order } from '../../lib/http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { LANGUAGE_NAMES } from '../../lib/languages.js';
import { useTell } from '../../lib/tell.js';
import classes from './reports.module.css';

/** One report in words: of whom, of what, when, and what became of the last mail. */
export function ReportCard({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const tell = useTell();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => order({ method: 'DELETE', path: `/oversight/reports/${report.id}` }),
    onSuccess: () => tell.done(t('reports.ended')),
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.reports }),
  });
  const { last, hour, timeZone } = report;
  const title = t(`reports.rhythms.${report.rhythm}`, { hour: hourWords(hour), timeZone });
  const names = report.departments.map(({ name }) => localised(name));
  const departments = report.isOfAll ? t('reports.all') : names.join(t('reports.and')) || t('reports.noDepartment');
  const list = (words: string[]) => words.join(t('reports.and'));
  return (
    <li className={classes.card}>
      <h2>{title}</h2>
      <dl className={classes.facts}>
        <div>
          <dt>{t('reports.departments')}</dt>
          <dd>{departments}</dd>
        </div>
        <div>
          <dt>{t('reports.measures')}</dt>
          <dd>
            {list(report.measures.map((measure) => t(`oversight.measures.${measure}`)))} ·{' '}
            {t(`oversight.clocks.${report.clock}`)} · {LANGUAGE_NAMES[report.language]}
          </dd>
        </div>
        <div>
          <dt>{t('reports.next')}</dt>
          <dd>{format.dateTime(report.nextAt)}</dd>
        </div>
        {last && (
          <div>
            <dt>{t('reports.last')}</dt>
            <dd>
              {t(`reports.outcomes.${last.outcome}`, { time: format.dateTime(last.at) })} (
              {last.from === last.to
                ? format.localDate(last.from)
                : `${format.localDate(last.from)} – ${format.localDate(last.to)}`}
              )
            </dd>
          </div>
        )}
      </dl>
      <Button
        size="xs"
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate()}
        aria-label={t('reports.endOne', { title })}
      >
        {t('reports.end')}
      </Button>
    </li>
  );
}

export function hourWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
