import { Button, FileButton, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '#contracts/calendars.http.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import layout from '../../ui/layout.module.css';
import { PreviewFigures } from '../../ui/preview-figures.js';
import { Failure, Loading, Notice } from '../../ui/states.js';
import classes from './calendars.module.css';
import { ImportResult } from './import-result.js';
import { useImport } from './use-import.js';

/** Exceptions from a file: first what it would bring, then, with a reason, bringing it. */
export function ImportPanel({ calendar }: { calendar: CalendarView }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const { choose, problem, look, apply, isBringing, name } = useImport(calendar, () => {
    setWhy('');
    setTried(false);
    reset.current?.();
  });
  const result = look.data;
  const mayApply = result && result.refused.length === 0 && result.days.length > 0;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!why.trim()) return focusWrong(event.currentTarget);
    apply(why.trim());
  };
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="import">
      <h2 id="import">{t('calendars.import.title')}</h2>
      <p id="import-hint" className={classes.fact}>
        {t('calendars.import.hint')}
      </p>
      <form onSubmit={onSubmit} noValidate>
        <Stack mt="sm">
          <div className={classes.file}>
            <FileButton
              resetRef={reset}
              accept=".csv,.ics,text/csv,text/calendar"
              inputProps={{ 'aria-label': t('calendars.import.file') }}
              onChange={(file) => {
                choose(file);
                // The same file again, put right meanwhile, is a new choice.
                reset.current?.();
              }}
            >
              {(props) => (
                <Button {...props} variant="default" aria-describedby="import-hint">
                  {t('calendars.import.choose')}
                </Button>
              )}
            </FileButton>
            {name && <span>{name}</span>}
          </div>
          {problem && <Notice tone="late">{t(`calendars.import.${problem}`)}</Notice>}
          {look.isPending && <Loading />}
          {look.isError && <Failure error={look.error} />}
          {result && <ImportResult result={result} />}
          {result?.moves && calendar.departments.length > 0 && (
            <section aria-label={t('policies.apply.moves')}>
              <PreviewFigures preview={result.moves} />
            </section>
          )}
          {mayApply && (
            <>
              <TextInput
                label={t('calendars.form.why')}
                description={t('calendars.form.whyHint')}
                maxLength={500}
                maw="40rem"
                value={why}
                onChange={(event) => setWhy(event.currentTarget.value)}
                error={isTried && !why.trim() && t('calendars.form.whyMissing')}
              />
              <div>
                <Button type="submit" loading={isBringing}>
                  {t('calendars.import.apply', { count: result.days.length })}
                </Button>
              </div>
            </>
          )}
        </Stack>
      </form>
    </section>
  );
}
