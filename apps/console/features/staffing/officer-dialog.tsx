import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StaffedOfficer, type Staffing, staffedOfficerSchema } from '#contracts/assignment.http.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import { act } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { LOCALE } from '../../lib/languages.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import { hoursDraft, hoursOf, problemsOf } from './hours-draft.js';
import { HoursFields } from './hours-fields.js';
import { isStale } from './my-hours.page.js';
import { OutOfOfficeFields } from './out-of-office-fields.js';

interface Props {
  officer: StaffedOfficer;
  staffing: Staffing;
  onClose: () => void;
}

/** Everything that decides what an officer is given. The version is the one that was there when it was opened. */
export function OfficerDialog({ officer, staffing, onClose }: Props) {
  const { t } = useTranslation();
  const [seen] = useState(officer);
  const [capacity, setCapacity] = useState<number | string>(officer.capacity);
  const [languages, setLanguages] = useState(officer.languages.join(', '));
  const [skills, setSkills] = useState(officer.skills.join(', '));
  const [hours, setHours] = useState(() => hoursDraft(officer));
  const [isTried, setTried] = useState(false);
  const language = useLanguage();
  const codes = listOf(languages).map((code) => code.toLowerCase());
  const wrong = { capacity: !isCapacity(capacity), languages: !codes.every(isLanguageCode) };
  const save = useSave(officer.id, onClose);
  const onSubmit = (form: HTMLFormElement) => {
    setTried(true);
    if (wrong.capacity || wrong.languages || problemsOf(hours).length > 0) return focusWrong(form);
    const abilities = { capacity: Number(capacity), languages: codes, skills: listOf(skills) };
    save.mutate({ version: seen.version, ...abilities, ...hoursOf(hours) });
  };
  const names = codes.filter(isLanguageCode).map((code) => nameOf(code, LOCALE[language]));
  const colleagues = staffing.officers.filter(
    ({ id, isActive, roles }) => id !== officer.id && isActive && roles.includes('officer'),
  );
  const problems = isTried ? problemsOf(hours) : [];
  return (
    <FormDialog
      title={t('staffing.dialog.title', { name: officer.name })}
      submit={t('staffing.dialog.save')}
      isPending={save.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
      size="lg"
    >
      {isStale(save.error) && <Notice tone="warn">{t('staffing.dialog.stale')}</Notice>}
      <NumberInput
        data-autofocus
        maw="16rem"
        label={t('staffing.dialog.capacity')}
        description={t('staffing.dialog.capacityHint')}
        min={0}
        max={1_000}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={capacity}
        onChange={setCapacity}
        error={isTried && wrong.capacity && t('staffing.dialog.capacityWrong')}
      />
      <TextInput
        label={t('staffing.languages')}
        description={t('staffing.dialog.languagesHint', { names: names.join(', ') || t('staffing.anyLanguage') })}
        value={languages}
        onChange={(event) => setLanguages(event.currentTarget.value)}
        error={isTried && wrong.languages && t('staffing.dialog.languagesWrong')}
      />
      <TextInput
        label={t('staffing.skills')}
        description={t('staffing.dialog.skillsHint')}
        maxLength={500}
        value={skills}
        onChange={(event) => setSkills(event.currentTarget.value)}
      />
      <HoursFields
        draft={hours}
        onChange={setHours}
        departmentTimeZone={staffing.department.timeZone}
        problems={problems}
      />
      <OutOfOfficeFields draft={hours} onChange={setHours} colleagues={colleagues} problems={problems} />
    </FormDialog>
  );
}

function useSave(officerId: string, onDone: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (body: object) =>
      act(staffedOfficerSchema, { method: 'PUT', path: `/officers/${officerId}/staffing`, body }),
    onSuccess: () => {
      tell.done(t('staffing.dialog.saved'));
      onDone();
    },
    onError: (error) => !isStale(error) && tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.staffings }),
  });
}

function listOf(text: string): string[] {
  const parts = text.split(/[,;，；、]/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

const isLanguageCode = (code: string) => /^[a-z]{2,3}$/.test(code);
const isCapacity = (value: number | string) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000;

function nameOf(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
