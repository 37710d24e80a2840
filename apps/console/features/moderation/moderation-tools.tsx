import { NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { CoveringChoice } from './covering-choice.js';
import { QueueTabs } from './queue-tabs.js';

/** What stands above each queue. */
export function ModerationTools() {
  const { t } = useTranslation();
  return (
    <>
      <QueueTabs />
      <Link to="/moderation/reasons">{t('decisions.catalogue.link')}</Link>
      <Link to="/screening">{t('screening.link')}</Link>
      <DepartmentFilter />
      <CoveringChoice />
    </>
  );
}

function DepartmentFilter() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { departments } = useMe();
  const [search, setSearch] = useSearchParams();
  const field = useRef<HTMLSelectElement>(null);
  const isShown = departments.length > 1;
  useShortcuts('page', {
    filter: { keys: ['/'], words: t('keys.acts.filter'), run: isShown ? () => field.current?.focus() : undefined },
  });
  if (!isShown) return null;
  return (
    <NativeSelect
      ref={field}
      maw="20rem"
      label={t('moderation.department')}
      value={search.get('department') ?? ''}
      onChange={(event) => setSearch(event.currentTarget.value ? { department: event.currentTarget.value } : {})}
    >
      <option value="">{t('moderation.everyDepartment')}</option>
      {departments.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {localised(name)}
        </option>
      ))}
    </NativeSelect>
  );
}
