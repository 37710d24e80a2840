import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n.js';
import { Failure, Loading } from '../../ui/states.js';
import classes from './conversation.module.css';
import { earlierDraftsQuery } from './draft.queries.js';

interface Props {
  conversationId: string;
  isShown: boolean;
  onTake: (body: string) => void;
}

/** Texts of one's own that were written over or deleted here: the desk keeps the last of them. */
export function EarlierDrafts({ conversationId, isShown, onTake }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const earlier = useQuery({ ...earlierDraftsQuery(conversationId), enabled: isOpen });
  if (!isShown) return null;
  const items = earlier.data?.items;
  return (
    <div className={classes.earlier}>
      <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('replies.earlierDrafts.open')}
      </Button>
      {isOpen && earlier.isPending && <Loading />}
      {isOpen && earlier.isError && <Failure error={earlier.error} onRetry={() => void earlier.refetch()} />}
      {isOpen && items?.length === 0 && <p className={classes.dim}>{t('replies.earlierDrafts.none')}</p>}
      {isOpen &&
        items?.map(({ version, body, replacedAt }) => (
          <div key={version} className={classes.correction}>
            <time className={classes.dim} dateTime={replacedAt}>
              {format.dateTime(replacedAt)}
            </time>
            <p className={`${classes.body} ${classes.quoted}`} dir="auto">
              {body}
            </p>
            <Button size="compact-xs" variant="default" onClick={() => onTake(body)}>
              {t('replies.earlierDrafts.take')}
            </Button>
          </div>
        ))}
    </div>
  );
}
