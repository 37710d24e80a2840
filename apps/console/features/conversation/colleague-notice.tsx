import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColleagueDraft, draftSchema } from '#contracts/replies.http.js';
import { act } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { Failure, Loading, Notice } from '../../ui/states.js';
import classes from './conversation.module.css';
import { refetchAround } from './conversation.queries.js';
import { colleagueDraftQuery } from './draft.queries.js';
import type { Colleagues } from './use-colleagues.js';
import { savedFrom } from './use-draft.js';
import type { Reply } from './use-reply.js';

interface Props {
  conversationId: string;
  colleagues: Colleagues;
  reply: Reply;
  mayTakeOver: boolean;
}

/** Before two write the same: who is at it, what they have so far, and the ways to go on. */
export function ColleagueNotice({ conversationId, colleagues, reply, mayTakeOver }: Props) {
  const { t } = useTranslation();
  const { writing, drafts, isWarning, goOn } = colleagues;
  const left = drafts.filter(({ officer }) => !writing.some(({ id }) => id === officer.id));
  if (writing.length === 0 && left.length === 0) return null;
  const draftOf = (id: string) => drafts.find(({ officer }) => officer.id === id);
  return (
    <>
      {writing.length > 0 && (
        <Notice tone={isWarning ? 'warn' : 'info'}>
          <p id="colleague-writing">{t('replies.writing', { names: writing.map(({ name }) => name).join(', ') })}</p>
          <Stack gap="xs" align="start">
            {isWarning && (
              <Button size="compact-sm" onClick={goOn}>
                {t('replies.writeAnyway')}
              </Button>
            )}
            {writing.map(({ id }) => {
              const draft = draftOf(id);
              return draft && <Words key={id} {...{ conversationId, draft, reply, mayTakeOver }} onTaken={goOn} />;
            })}
          </Stack>
        </Notice>
      )}
      {left.map((draft) => (
        <LeftDraft key={draft.officer.id} {...{ conversationId, draft, reply, mayTakeOver }} onTaken={goOn} />
      ))}
    </>
  );
}

interface DraftProps {
  conversationId: string;
  draft: ColleagueDraft;
  reply: Reply;
  mayTakeOver: boolean;
  onTaken: () => void;
}

function LeftDraft(props: DraftProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { officer, updatedAt, isStillHere } = props.draft;
  const words = { name: officer.name, time: format.dateTime(updatedAt) };
  return (
    <Notice tone="info">
      <p>{t(isStillHere ? 'replies.draftLeft' : 'replies.draftOfWhoLeft', words)}</p>
      <Words {...props} />
    </Notice>
  );
}

/** A colleague's words, read before they are taken. */
function Words({ conversationId, draft: { officer }, reply, mayTakeOver, onTaken }: DraftProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const words = useQuery({ ...colleagueDraftQuery(conversationId, officer.id), enabled: isOpen });
  const takeOver = useTakeOver(conversationId, { officer, reply, onTaken });
  return (
    <>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'replies.hideDraft' : 'replies.readDraft', { name: officer.name })}
        </Button>
        {mayTakeOver && (
          <Button size="compact-sm" variant="default" loading={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t('replies.takeOver', { name: officer.name })}
          </Button>
        )}
      </Group>
      {isOpen && words.isPending && <Loading />}
      {isOpen && words.isError && <Failure error={words.error} onRetry={() => void words.refetch()} />}
      {isOpen && words.data && (
        <p className={`${classes.body} ${classes.quoted}`} dir="auto">
          {words.data.body}
        </p>
      )}
    </>
  );
}

function useTakeOver(
  conversationId: string,
  { officer, reply, onTaken }: { officer: { id: string; name: string }; reply: Reply; onTaken: () => void },
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: async () => {
      if (!(await reply.draft.editor.flush())) return null;
      const { version } = reply.draft.editor.state().base;
      const path = `/conversations/${conversationId}/draft/take-over`;
      return act(draftSchema, { method: 'POST', path, body: { version, fromOfficerId: officer.id } });
    },
    onSuccess: (draft) => {
      if (!draft) return tell.hint(t('replies.takeOverLater', { name: officer.name }));
      queries.setQueryData(keys.draft(conversationId), draft);
      // What was typed meanwhile stays: then both texts are shown.
      reply.draft.editor.arrived(savedFrom(draft));
      onTaken();
      tell.done(t('replies.tookOver', { name: officer.name }));
    },
    onError: (error) => tell.problem(error),
    onSettled: () => refetchAround(queries, conversationId),
  });
}
