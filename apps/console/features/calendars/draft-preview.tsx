import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDraft, CalendarPreview } from '#contracts/calendars.http.js';
import layout from '../../ui/layout.module.css';
import { Failure, Loading } from '../../ui/states.js';
import { type CalendarForm, draftOf, timeProblems } from './calendar-form.js';
import classes from './calendars.module.css';
import { previewQuery } from './calendars.queries.js';
import { useDayWords } from './use-day-words.js';
import { yearDays } from './year-days.js';
import { YearGrid, YearLegend } from './year-grid.js';
import { YearSwitch } from './year-switch.js';

const TYPING_MS = 400;
/** What a year says does not depend on what the calendar is called. */
const UNNAMED = { en: '-', zh: '-' };

interface Props {
  /** Null: of a new calendar. */
  slug: string | null;
  form: CalendarForm;
  year: number;
  onYear: (year: number) => void;
}

/** What the fields would make of a year, beside what is said now; worked out by the desk as it will be kept. */
export function DraftPreview({ slug, form, year, onYear }: Props) {
  const { t } = useTranslation();
  const [typed] = useDebouncedValue(form, TYPING_MS);
  const draft = useMemo(() => {
    const isReadable = timeProblems(typed).length === 0;
    return isReadable ? { ...draftOf(typed), name: UNNAMED, year } : null;
  }, [typed, year]);
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="preview-year">
      <h2>{t('calendars.preview.title')}</h2>
      <YearSwitch id="preview-year" year={year} onChange={onYear} />
      {draft ? <Previewed slug={slug} draft={draft} /> : <p role="status">{t('calendars.preview.waits')}</p>}
    </section>
  );
}

function Previewed({ slug, draft }: { slug: string | null; draft: CalendarDraft & { year: number } }) {
  const preview = useQuery(previewQuery(slug, draft));
  if (preview.isPending) return <Loading />;
  if (!preview.data) return <Failure error={preview.error} onRetry={() => void preview.refetch()} />;
  const { days, differs } = preview.data;
  return (
    <div aria-busy={preview.isPlaceholderData}>
      <Sums preview={preview.data} year={draft.year} />
      {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      <YearLegend />
      <YearGrid
        months={yearDays(draft.year, { weekly: draft.weekly, days })}
        pointed={new Set(differs.map(({ date }) => date))}
      />
    </div>
  );
}

function Sums({ preview: { differs, minutes }, year }: { preview: CalendarPreview; year: number }) {
  const { t } = useTranslation();
  const words = useDayWords();
  const after = words.inHours(minutes.after);
  if (minutes.before === null) return <p role="status">{t('calendars.preview.hoursNew', { after, year })}</p>;
  return (
    <p role="status">
      {differs.length > 0
        ? t('calendars.preview.differs', { count: differs.length, year })
        : t('calendars.preview.same', { year })}{' '}
      {t('calendars.preview.hours', { after, before: words.inHours(minutes.before), year })}
    </p>
  );
}
