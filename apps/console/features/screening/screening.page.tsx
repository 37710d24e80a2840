import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { mayOnScreeningPolicy } from '#domain/moderation/screening-policy.permissions.js';
import { useLocalised } from '../../lib/i18n.js';
import { actorOf, useMe } from '../../lib/session.js';
import layout from '../../ui/layout.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty } from '../../ui/states.js';
import { PolicyOfScope } from './policy-of-scope.js';
import { DESK } from './screening.queries.js';

/** What screening looks for, and what follows from what it finds: of the desk, and of each department. */
export function ScreeningPage() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const may = (departmentId: string | null) => mayOnScreeningPolicy(actorOf(me), 'read', departmentId);
  const scopes = [
    ...me.departments.filter(({ id }) => may(id)).map(({ slug, name }) => ({ scope: slug, label: localised(name) })),
    ...(may(null) ? [{ scope: DESK, label: t('screening.wholeDesk') }] : []),
  ];
  const asked = search.get('department');
  const chosen = scopes.find(({ scope }) => scope === asked) ?? scopes[0];
  return (
    <div className={layout.page}>
      <PageHeading title={t('screening.title')} />
      <Text c="dimmed">{t('screening.lead')}</Text>
      {scopes.length > 1 && (
        <NativeSelect
          maw="22rem"
          label={t('screening.scope')}
          value={chosen?.scope ?? DESK}
          onChange={(event) => setSearch({ department: event.currentTarget.value })}
        >
          {scopes.map(({ scope, label }) => (
            <option key={scope} value={scope}>
              {label}
            </option>
          ))}
        </NativeSelect>
      )}
      {chosen ? <PolicyOfScope key={chosen.scope} scope={chosen.scope} /> : <Empty>{t('screening.none')}</Empty>}
    </div>
  );
}
