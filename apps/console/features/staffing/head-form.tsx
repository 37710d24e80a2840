import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentHeadSchema, type Staffing } from '#contracts/assignment.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import layout from '../../ui/layout.module.css';

/** Who is told, beside the supervisors, when a promised time is over. What is chosen stays though the staff changes. */
export function HeadForm({ staffing }: { staffing: Staffing }) {
  const { t } = useTranslation();
  const { headId, officers, department } = staffing;
  const [chosen, setChosen] = useState<string | null>(null);
  const save = useSave(department.slug);
  const officerId = chosen ?? headId ?? '';
  const offered = officers.filter(({ id, isActive }) => isActive || id === headId);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(officerId || null, { onSuccess: () => setChosen(null) });
  };
  return (
    <section className={layout.section} aria-labelledby="head">
      <h2 id="head">{t('policies.head.title')}</h2>
      <form onSubmit={onSubmit}>
        <Group align="end">
          <NativeSelect
            w="min(26rem, 100%)"
            label={t('policies.head.label')}
            description={t('policies.head.hint')}
            value={officerId}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            <option value="">{t('policies.head.nobody')}</option>
            {offered.map(({ id, name, isActive }) => (
              <option key={id} value={id}>
                {isActive ? name : t('policies.head.gone', { name })}
              </option>
            ))}
          </NativeSelect>
          <Button type="submit" variant="default" loading={save.isPending} disabled={officerId === (headId ?? '')}>
            {t('policies.head.save')}
          </Button>
        </Group>
      </form>
    </section>
  );
}

function useSave(slug: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (officerId: string | null) =>
      act(departmentHeadSchema, {
        method: 'PUT',
        path: `/departments/${encodeURIComponent(slug)}/head`,
        body: { officerId },
      }),
    onSuccess: () => tell.done(t('policies.head.saved')),
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.staffing(slug) }),
  });
}
