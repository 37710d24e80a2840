import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useReturnFocus } from '../../lib/focus.js';
import { ConflictNotice } from './conflict-notice.js';
import type { TriageOrder, useTriage } from './use-triage.js';

export interface TriageDialogProps {
  conversation: ConversationView;
  acts: ReturnType<typeof useTriage>;
  onClose: () => void;
}

interface Props extends TriageDialogProps {
  title: string;
  submit: string;
  /** Null while something is missing; the field then says what. */
  order: () => TriageOrder | null;
  children: ReactNode;
}

/** It closes when the act was done; a conflict is shown in it, and nothing chosen is lost. */
export function TriageDialog({ title, submit, order, conversation, acts, onClose, children }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const given = order();
    if (given) void acts.run(given).then(onClose, () => undefined);
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {acts.hasConflict && <ConflictNotice conversation={conversation} onDismiss={acts.dismiss} />}
          {children}
          <Group>
            <Button type="submit" loading={acts.isPending}>
              {submit}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
