import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { DepartmentView } from '#contracts/directory.http.js';
import { mayOnStaffing } from '#domain/assignment/staffing.permissions.js';
import { useLocalised } from '../../lib/i18n.js';
import { actorOf, useMe } from '../../lib/session.js';
import layout from '../../ui/layout.module.css';
import { PageHeading } from '../../ui/page-heading.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { UndoSetting } from '../../ui/undo-setting.js';
import { HeadForm } from './head-form.js';
import { PolicyForm } from './policy-form.js';
import { StaffTable } from './staff-table.js';
import { staffingQuery } from './staffing.queries.js';

/** For supervisors: who has how much in hand, who takes what, and how the queue is handed out. */
export function StaffingPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const led = me.departments.filter(({ id }) => mayOnStaffing(actorOf(me), 'read', { departmentIds: [id] }));
  const department = led.find(({ slug }) => slug === search.get('department')) ?? led[0];
  return (
    <div className={layout.page}>
      <PageHeading title={t('staffing.title')} />
      <Text c="dimmed">{t('staffing.lead')}</Text>
      {led.length > 1 && (
        <DepartmentChoice
          led={led}
          value={department?.slug ?? ''}
          onChange={(slug) => setSearch({ department: slug })}
        />
      )}
      {department ? (
        <DepartmentStaffing key={department.slug} slug={department.slug} />
      ) : (
        <Empty>{t('staffing.none')}</Empty>
      )}
    </div>
  );
}

interface ChoiceProps {
  led: readonly DepartmentView[];
  value: string;
  onChange: (slug: string) => void;
}

function DepartmentChoice({ led, value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  return (
    <NativeSelect
      maw="22rem"
      label={t('staffing.department')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {led.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {localised(name)}
        </option>
      ))}
    </NativeSelect>
  );
}

function DepartmentStaffing({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const staffing = useQuery(staffingQuery(slug));
  if (staffing.isPending) return <Loading />;
  if (!staffing.data) return <Failure error={staffing.error} onRetry={() => void staffing.refetch()} />;
  return (
    <>
      {staffing.isRefetchError && <RefetchFailure error={staffing.error} onRetry={() => void staffing.refetch()} />}
      <StaffTable staffing={staffing.data} />
      <PolicyForm staffing={staffing.data} />
      <HeadForm staffing={staffing.data} />
      <UndoSetting slug={slug} />
      <Link to={`/policies?department=${encodeURIComponent(slug)}`}>{t('policies.link')}</Link>
    </>
  );
}
