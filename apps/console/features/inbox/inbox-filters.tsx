import { NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { FigureChips } from './figure-chips.js';
import classes from './inbox.module.css';
import type { InboxFilter } from './inbox-filter.js';

export function InboxFilters({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const me = useMe();
  const [, setSearch] = useSearchParams();
  const row = useRef<HTMLDivElement>(null);
  useShortcuts({ '/': () => row.current?.querySelector('select')?.focus() });
  const choose = (name: string, value: string) =>
    setSearch((search) => {
      if (value) search.set(name, value);
      if (!value) search.delete(name);
      return search;
    });
  return (
    <div className={classes.filters}>
      <div ref={row} className={classes.selects}>
        {me.departments.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('inbox.department')}
            value={filter.department ?? ''}
            onChange={(event) => choose('department', event.currentTarget.value)}
          >
            <option value="">{t('inbox.everyDepartment')}</option>
            {me.departments.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {localised(name)}
              </option>
            ))}
          </NativeSelect>
        )}
        <NativeSelect
          size="xs"
          aria-label={t('inbox.status')}
          value={filter.status ?? ''}
          onChange={(event) => choose('status', event.currentTarget.value)}
        >
          <option value="">{t('inbox.everyStatus')}</option>
          {CONVERSATION_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`common.status.${status}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      <FigureChips filter={filter} />
    </div>
  );
}
