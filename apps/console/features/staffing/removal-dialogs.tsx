import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffedOfficer } from '#contracts/assignment.http.js';
import type { DepartmentView } from '#contracts/directory.http.js';
import { useReturnFocus } from '../../lib/focus.js';
import { order, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';

interface Props {
  officer: StaffedOfficer;
  onClose: () => void;
}

export function DeactivateDialog({ officer: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <RemovalDialog
      title={t('staffing.remove.deactivateTitle', { name })}
      text={t('staffing.remove.deactivateText')}
      confirm={t('staffing.remove.confirmDeactivate')}
      done={t('staffing.remove.deactivated', { name })}
      remove={() => order({ method: 'POST', path: `/officers/${id}/deactivate` })}
      onClose={onClose}
    />
  );
}

export function RoleDialog({
  officer: { id, name, roles },
  department,
  onClose,
}: Props & { department: DepartmentView }) {
  const { t } = useTranslation();
  const [role, setRole] = useState(roles[0] ?? 'officer');
  const path = withQuery(`/officers/${id}/roles/${role}`, { department: department.slug });
  return (
    <RemovalDialog
      title={t('staffing.remove.roleTitle', { name })}
      text={t('staffing.remove.roleText')}
      confirm={t('staffing.remove.confirmRole')}
      done={t('staffing.remove.roleRemoved')}
      remove={() => order({ method: 'DELETE', path })}
      onClose={onClose}
    >
      <NativeSelect
        data-autofocus
        label={t('staffing.remove.whichRole')}
        value={role}
        onChange={(event) => setRole(roles.find((known) => known === event.currentTarget.value) ?? role)}
      >
        {roles.map((known) => (
          <option key={known} value={known}>
            {t(`staffing.roles.${known}`)}
          </option>
        ))}
      </NativeSelect>
    </RemovalDialog>
  );
}

interface DialogProps {
  title: string;
  text: string;
  confirm: string;
  done: string;
  remove: () => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

function RemovalDialog({ title, text, confirm, done, remove, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const queries = useQueryClient();
  const tell = useTell();
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      tell.done(done);
      onClose();
    },
    onError: (error) => tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.staffings }),
  });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack>
        <Text size="sm">{text}</Text>
        {children}
        <Group>
          <Button color="red" loading={removal.isPending} onClick={() => removal.mutate()}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
