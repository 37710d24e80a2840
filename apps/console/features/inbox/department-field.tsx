import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../lib/i18n.js';
import type { useSelectedDepartment } from './selected-department.js';

/** Not shown to those who have but one. */
export function DepartmentField({ departments, slug, choose }: ReturnType<typeof useSelectedDepartment>) {
  const { t } = useTranslation();
  const localised = useLocalised();
  if (departments.length < 2) return null;
  return (
    <NativeSelect
      label={t('bulk.dialog.department')}
      value={slug}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {departments.map((department) => (
        <option key={department.slug} value={department.slug}>
          {localised(department.name)}
        </option>
      ))}
    </NativeSelect>
  );
}
