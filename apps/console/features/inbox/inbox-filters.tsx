import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { FilterChips } from './filter-chips.js';
import { FilterDialog } from './filter-dialog.js';
import classes from './filters.module.css';
import { filterCount, type InboxFilter, questionFrom, SAVED, searchOf } from './inbox-filter.js';
import { SaveViewDialog } from './save-view-dialog.js';
import { useOpenedView } from './saved-views.js';

export function InboxFilters({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const opened = useOpenedView();
  const [dialog, setDialog] = useState<'filter' | 'save' | null>(null);
  const count = filterCount(filter);
  useShortcuts('list', {
    filter: { keys: ['f'], words: t('keys.acts.filter'), run: () => setDialog('filter') },
    saveView: { words: t('triage.views.save'), run: count > 0 ? () => setDialog('save') : undefined },
  });
  const show = (next: InboxFilter) =>
    void navigate({
      pathname: '/inbox',
      search: searchOf(next, { savedId: search.get(SAVED) ?? undefined, question: questionFrom(search) }),
    });
  const close = () => setDialog(null);
  return (
    <div className={classes.filters}>
      <div className={classes.selects}>
        <DepartmentSelect filter={filter} />
        <Button size="xs" variant="default" onClick={() => setDialog('filter')}>
          {count > 0 ? t('triage.filter.openCount', { count }) : t('triage.filter.open')}
        </Button>
        {count > 0 && (
          <Button size="xs" variant="default" onClick={() => setDialog('save')}>
            {opened?.may.edit ? t('triage.views.update') : t('triage.views.save')}
          </Button>
        )}
      </div>
      <FilterChips filter={filter} />
      {dialog === 'filter' && <FilterDialog filter={filter} onShow={show} onClose={close} />}
      {dialog === 'save' && <SaveViewDialog filter={filter} view={opened?.may.edit ? opened : null} onClose={close} />}
    </div>
  );
}

/** The one filter that is changed all day long has its own control. */
function DepartmentSelect({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const me = useMe();
  const [, setSearch] = useSearchParams();
  if (me.departments.length < 2) return null;
  const [only, ...others] = filter.department ?? [];
  const choose = (slug: string) =>
    setSearch((search) => {
      if (slug) search.set('department', slug);
      if (!slug) search.delete('department');
      return search;
    });
  return (
    <NativeSelect
      size="xs"
      aria-label={t('inbox.department')}
      value={others.length === 0 ? (only ?? '') : ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{t('inbox.everyDepartment')}</option>
      {me.departments.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {localised(name)}
        </option>
      ))}
    </NativeSelect>
  );
}
