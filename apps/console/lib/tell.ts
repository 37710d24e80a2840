import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from './problem-words.js';

const PROBLEM = 'problem';

/** The result of an act in one sentence, seen and read out. A problem stays until it is closed or the next act. */
export function useTell() {
  const { t } = useTranslation();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('common.close') };
    return {
      done: (message: string) => {
        notifications.hide(PROBLEM);
        notifications.show({ message, color: 'green', closeButtonProps });
      },
      problem: (error: unknown) => {
        notifications.hide(PROBLEM);
        notifications.show({
          id: PROBLEM,
          message: problemWords(t, error),
          color: 'red',
          autoClose: false,
          closeButtonProps,
        });
      },
      hint: (message: string) => {
        notifications.hide(PROBLEM);
        notifications.show({ id: PROBLEM, message, color: 'yellow', autoClose: false, closeButtonProps });
      },
    };
  }, [t]);
}
