import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIGURE_CLOCKS } from '#contracts/oversight.http.js';
import { type ReportOrder, reportSchema } from '#contracts/reports.http.js';
import { MEASURES } from '#domain/oversight/measure.js';
import { REPORT_RHYTHMS } from '#domain/oversight/report-rhythm.js';
import { viewerTimeZone } from '../../lib/format.js';
import { act } from '../../lib/http.js';
import { useLanguage, useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/languages.js';
import { problemWords } from '../../lib/problem-words.js';
import { useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import { hourWords } from './report-card.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourWords(hour) }));
const USUAL = ['first-answer', 'next-answer', 'resolution'];

export function OrderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const supervised = useSupervised();
  const order = useOrder(onClose);
  const [draft, setDraft] = useState<ReportOrder>(useUsual());
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<ReportOrder>) => setDraft({ ...draft, ...part });
  const submit = () => {
    setTried(true);
    if (draft.measures.length > 0 && !order.isPending) order.mutate(draft);
  };
  return (
    <FormDialog
      title={t('reports.order')}
      submit={t('reports.submit')}
      isPending={order.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('reports.rhythm')}
        data-autofocus
        value={draft.rhythm}
        onChange={({ currentTarget: { value } }) => change({ rhythm: REPORT_RHYTHMS.find((one) => one === value) })}
        data={REPORT_RHYTHMS.map((value) => ({ value, label: t(`reports.rhythmNames.${value}`) }))}
      />
      <NativeSelect
        label={t('reports.hour', { timeZone: draft.timeZone })}
        value={String(draft.hour)}
        onChange={({ currentTarget: { value } }) => change({ hour: Number(value) })}
        data={HOURS}
      />
      <Checkbox.Group
        label={t('reports.measures')}
        error={isTried && draft.measures.length === 0 ? t('reports.measuresMissing') : undefined}
        value={[...draft.measures]}
        onChange={(values) => change({ measures: MEASURES.filter((measure) => values.includes(measure)) })}
      >
        <Stack gap={6} mt={4}>
          {MEASURES.map((value) => (
            <Checkbox key={value} value={value} label={t(`oversight.measures.${value}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {supervised.length > 1 && (
        <Checkbox.Group
          label={t('reports.departments')}
          description={t('reports.departmentsHint')}
          value={[...draft.departments]}
          onChange={(departments) => change({ departments })}
        >
          <Stack gap={6} mt={4}>
            {supervised.map(({ slug, name }) => (
              <Checkbox key={slug} value={slug} label={localised(name)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <NativeSelect
        label={t('oversight.clock')}
        value={draft.clock}
        onChange={({ currentTarget: { value } }) => change({ clock: FIGURE_CLOCKS.find((one) => one === value) })}
        data={FIGURE_CLOCKS.map((value) => ({ value, label: t(`oversight.clocks.${value}`) }))}
      />
      <NativeSelect
        label={t('shell.language')}
        value={draft.language}
        onChange={({ currentTarget: { value } }) => change({ language: LANGUAGES.find((one) => one === value) })}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      {order.isError && <Notice tone="late">{problemWords(t, order.error)}</Notice>}
    </FormDialog>
  );
}

/** Every Monday at eight, in the officer's own zone and language. */
function useUsual(): ReportOrder {
  const language = useLanguage();
  const measures = MEASURES.filter((measure) => USUAL.includes(measure));
  return {
    departments: [],
    measures,
    clock: 'calendar',
    rhythm: 'weekly',
    hour: 8,
    timeZone: viewerTimeZone(),
    language,
  };
}

function useSupervised() {
  const { departments, grants } = useMe();
  const isEverywhere = grants.some(({ role }) => role === 'administrator');
  const led = grants.flatMap(({ role, departmentId }) => (role === 'supervisor' ? [departmentId] : []));
  return departments.filter(({ id }) => isEverywhere || led.includes(id));
}

function useOrder(onClose: () => void) {
  const { t } = useTranslation();
  const tell = useTell();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportOrder) => act(reportSchema, { method: 'POST', path: '/oversight/reports', body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.reports });
      tell.done(t('reports.ordered'));
      onClose();
    },
  });
}
