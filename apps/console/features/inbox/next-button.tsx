import { Button, Kbd } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { type Next, nextSchema } from '#contracts/assignment.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { hasRole, useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { useTell } from '../../lib/tell.js';
import classes from './inbox.module.css';

/** Takes the most urgent conversation that the officer can take and opens it: the whole of work under "pull". */
export function NextButton({ departments = [] }: { departments?: readonly string[] | undefined }) {
  const { t } = useTranslation();
  const isOfficer = hasRole(useMe(), 'officer');
  const [only, ...others] = departments;
  const next = useNext(others.length === 0 ? only : undefined);
  const take = () => !next.isPending && next.mutate();
  useShortcuts('list', {
    next: { keys: ['n'], words: t('staffing.next.hint'), run: isOfficer ? take : undefined },
  });
  if (!isOfficer) return null;
  return (
    <Button
      className={classes.next ?? ''}
      size="xs"
      variant="default"
      loading={next.isPending}
      onClick={take}
      title={t('staffing.next.hint')}
      rightSection={
        <Kbd size="xs" aria-hidden="true">
          n
        </Kbd>
      }
    >
      {t('staffing.next.button')}
    </Button>
  );
}

function useNext(department: string | undefined) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const tell = useTell();
  const say = ({ conversation, why, inHand, capacity }: Next) => {
    if (conversation) {
      tell.done(t('staffing.next.taken', { inHand, capacity }));
      void navigate({ pathname: `/inbox/${conversation.id}`, search });
    } else if (why) tell.hint(t(`staffing.next.${why}`, { inHand, capacity }));
  };
  return useMutation({
    mutationFn: () => act(nextSchema, { method: 'POST', path: '/inbox/next', body: department ? { department } : {} }),
    onSuccess: say,
    onError: (error) => tell.problem(error),
    // Not waited for: whoever presses again while the lists are fetched means the one after this.
    onSettled: () => {
      for (const queryKey of [keys.inboxes, keys.counts]) void queries.invalidateQueries({ queryKey });
    },
  });
}
