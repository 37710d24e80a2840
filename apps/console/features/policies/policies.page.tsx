import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLocalised } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import layout from '../../ui/layout.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty } from '../../ui/states.js';
import { DepartmentPolicy } from './department-policy.js';

/** What each department promises and until when; its supervisors change it, everybody there reads it. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { departments } = useMe();
  const [search, setSearch] = useSearchParams();
  const [isEditing, setEditing] = useState(false);
  const department = departments.find(({ slug }) => slug === search.get('department')) ?? departments[0];
  return (
    <div className={layout.page}>
      <PageHeading title={t('policies.title')} />
      <Text c="dimmed">{t('policies.lead')}</Text>
      {departments.length > 1 && (
        <NativeSelect
          maw="22rem"
          label={t('inbox.department')}
          description={isEditing && t('policies.editingHint')}
          disabled={isEditing}
          value={department?.slug ?? ''}
          onChange={(event) => setSearch({ department: event.currentTarget.value })}
        >
          {departments.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {localised(name)}
            </option>
          ))}
        </NativeSelect>
      )}
      {department ? (
        <DepartmentPolicy key={department.slug} slug={department.slug} onEditing={setEditing} />
      ) : (
        <Empty>{t('policies.noDepartment')}</Empty>
      )}
    </div>
  );
}
