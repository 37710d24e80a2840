import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Long enough to read it and to reach the button by keyboard. */
const STANDS_MS = 15_000;

export interface UndoOffer {
  /** The same one replaces an earlier offer. */
  id: string;
  message: string;
  undo: () => void;
}

/** Says what was done, with a button that takes it back. */
export function useUndoOffer(): (offer: UndoOffer) => void {
  const { t } = useTranslation();
  return ({ id, message, undo }) => {
    const press = () => {
      notifications.hide(id);
      undo();
    };
    notifications.hide(id);
    notifications.show({
      id,
      message: (
        <>
          {message}{' '}
          <Button size="compact-sm" variant="default" onClick={press}>
            {t('common.undo')}
          </Button>
        </>
      ),
      color: 'green',
      autoClose: STANDS_MS,
      closeButtonProps: { 'aria-label': t('common.close') },
    });
  };
}
