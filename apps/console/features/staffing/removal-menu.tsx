import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffedOfficer } from '#contracts/assignment.http.js';
import type { DepartmentView } from '#contracts/directory.http.js';
import { mayOnStaffing } from '#domain/assignment/staffing.permissions.js';
import { order } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { actorOf, useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import { DeactivateDialog, RoleDialog } from './removal-dialogs.js';

interface Props {
  officer: StaffedOfficer;
  department: DepartmentView;
}

/** What only administrators do with an officer, and with nobody less than two presses. */
export function RemovalMenu({ officer, department }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [dialog, setDialog] = useState<'deactivate' | 'role' | null>(null);
  const activate = useActivation(officer);
  if (!mayOnStaffing(actorOf(me), 'remove', { departmentIds: [department.id], officerId: officer.id })) return null;
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="md" aria-label={t('staffing.remove.more', { name: officer.name })}>
            <span aria-hidden="true">⋯</span>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {officer.isActive ? (
            <Menu.Item onClick={() => setDialog('deactivate')}>{t('staffing.remove.deactivate')}</Menu.Item>
          ) : (
            <Menu.Item onClick={() => activate.mutate()}>{t('staffing.remove.activate')}</Menu.Item>
          )}
          <Menu.Item onClick={() => setDialog('role')}>{t('staffing.remove.role')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'deactivate' && <DeactivateDialog officer={officer} onClose={close} />}
      {dialog === 'role' && <RoleDialog officer={officer} department={department} onClose={close} />}
    </>
  );
}

function useActivation({ id, name }: StaffedOfficer) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: () => order({ method: 'POST', path: `/officers/${id}/activate` }),
    onSuccess: () => tell.done(t('staffing.remove.activated', { name })),
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.staffings }),
  });
}
