import { Fieldset, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import layout from '../../ui/layout.module.css';
import type { CalendarForm, FormProblem } from './calendar-form.js';

interface Props {
  form: CalendarForm;
  onChange: (change: Partial<CalendarForm>) => void;
  problems: ReadonlySet<FormProblem>;
  isNew: boolean;
  isTaken: boolean;
}

/** What the calendar is called, in both languages; its short name is given once. */
export function NameFields({ form: { name, slug }, onChange, problems, isNew, isTaken }: Props) {
  const { t } = useTranslation();
  const missing = (text: string) => problems.has('name') && !text.trim() && t('calendars.form.nameMissing');
  const slugProblem =
    (problems.has('slug') && t('calendars.form.slugWrong')) || (isTaken && t('calendars.form.slugTaken'));
  return (
    <Fieldset legend={t('calendars.form.names')}>
      <div className={layout.fields}>
        <TextInput
          label={t('calendars.form.nameEn')}
          maxLength={120}
          value={name.en}
          onChange={(event) => onChange({ name: { ...name, en: event.currentTarget.value } })}
          error={missing(name.en)}
        />
        <TextInput
          label={t('calendars.form.nameZh')}
          maxLength={120}
          value={name.zh}
          onChange={(event) => onChange({ name: { ...name, zh: event.currentTarget.value } })}
          error={missing(name.zh)}
        />
        {isNew && (
          <TextInput
            label={t('calendars.form.slug')}
            description={t('calendars.form.slugHint')}
            autoComplete="off"
            maxLength={100}
            value={slug}
            onChange={(event) => onChange({ slug: event.currentTarget.value.toLowerCase() })}
            error={slugProblem}
          />
        )}
      </div>
    </Fieldset>
  );
}
