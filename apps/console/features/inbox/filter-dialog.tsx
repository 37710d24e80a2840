import { Button, Checkbox, Group, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { facetsQuery } from '../../lib/inbox-facets.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import { FilterListFields } from './filter-list-fields.js';
import { FilterTimeFields } from './filter-time-fields.js';
import type { InboxFilter } from './inbox-filter.js';

const STATES = ['unanswered', 'escalated', 'snoozed'] as const;

interface Props {
  filter: InboxFilter;
  onShow: (filter: InboxFilter) => void;
  onClose: () => void;
}

/** Everything that can be asked of the list. It is asked at once when it is shown, not with every choice. */
export function FilterDialog({ filter, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(filter);
  const facets = useQuery(facetsQuery);
  const change = (part: Partial<InboxFilter>) => setDraft((before) => ({ ...before, ...part }));
  const submit = () => {
    onShow(draft);
    onClose();
  };
  return (
    <FormDialog
      title={t('triage.filter.title')}
      submit={t('triage.filter.submit')}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
      besideSubmit={
        <Button variant="default" onClick={() => setDraft({ view: draft.view })}>
          {t('triage.filter.clear')}
        </Button>
      }
    >
      {facets.isError && <Notice tone="warn">{t('triage.filter.facetsFailed')}</Notice>}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <FilterListFields draft={draft} change={change} />
        <FilterTimeFields draft={draft} change={change} />
      </SimpleGrid>
      <Group component="fieldset" gap="lg" p={0} m={0} bd={0} aria-label={t('triage.filter.state')}>
        {STATES.map((name) => (
          <Checkbox
            key={name}
            label={t(`triage.filter.${name}`)}
            checked={draft[name] === true}
            onChange={(event) => change({ [name]: event.currentTarget.checked || undefined })}
          />
        ))}
      </Group>
    </FormDialog>
  );
}
