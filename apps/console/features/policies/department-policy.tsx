import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { CalendarChoice } from './calendar-choice.js';
import { policyQuery } from './policies.queries.js';
import { PolicyEditor } from './policy-editor.js';
import { PolicyInForce } from './policy-in-force.js';
import { VersionList } from './version-list.js';

interface Props {
  slug: string;
  /** While something is being changed, so that nothing typed is lost by a slip. */
  onEditing: (isEditing: boolean) => void;
}

export function DepartmentPolicy({ slug, onEditing }: Props) {
  const policy = useQuery(policyQuery(slug));
  const [start, setStart] = useState<DeadlinePolicy | null>(null);
  useEffect(() => onEditing(start !== null), [start, onEditing]);
  if (policy.isPending) return <Loading />;
  if (!policy.data) return <Failure error={policy.error} onRetry={() => void policy.refetch()} />;
  const view = policy.data;
  const begin = view.may.change && !start ? setStart : undefined;
  return (
    <>
      {policy.isRefetchError && <RefetchFailure error={policy.error} onRetry={() => void policy.refetch()} />}
      <PolicyInForce view={view} onChange={begin && (() => begin(view.policy))} />
      {start && <PolicyEditor view={view} start={start} onClose={() => setStart(null)} />}
      {view.may.change && <CalendarChoice view={view} />}
      <VersionList slug={slug} onStartFrom={begin} />
    </>
  );
}
