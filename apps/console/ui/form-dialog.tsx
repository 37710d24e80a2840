import { Button, Group, Modal, type ModalProps, Stack, type StackProps } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../lib/focus.js';

interface Props {
  title: string;
  submit: string;
  isPending?: boolean;
  onSubmit: (form: HTMLFormElement) => void;
  onClose: () => void;
  size?: ModalProps['size'];
  gap?: StackProps['gap'];
  children?: ReactNode;
  /** In the place of "Cancel". */
  besideSubmit?: ReactNode;
}

/** A question with fields. Its owner says what is missing and shows a refusal; the focus goes back to where it came from. */
export function FormDialog(props: Props) {
  const { title, submit, isPending = false, onSubmit, onClose, size, gap, children, besideSubmit } = props;
  const { t } = useTranslation();
  useReturnFocus();
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event.currentTarget);
  };
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submitted} noValidate>
        <Stack gap={gap}>
          {children}
          <Group>
            <Button type="submit" loading={isPending}>
              {submit}
            </Button>
            {besideSubmit ?? (
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
