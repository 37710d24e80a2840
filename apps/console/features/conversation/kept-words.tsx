import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { textOfDraft } from '#domain/replies/draft-words.js';
import { useMe } from '../../lib/session.js';
import { CopyText } from '../../ui/copyable.js';
import { Notice } from '../../ui/states.js';
import classes from './conversation.module.css';
import { draftQuery } from './draft.queries.js';
import { recallReply } from './reply-draft.js';

/** The officer may not see the conversation any more, perhaps since a minute ago: what they wrote there is still theirs. */
export function KeptWords({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const onDesk = useQuery({ ...draftQuery(conversationId), retry: false }).data;
  const kept = recallReply({ officerId: useMe().id, conversationId });
  const words = kept && !kept.isSaved ? kept : onDesk;
  const text = words ? textOfDraft(words) : '';
  if (!text) return null;
  return (
    <div className={classes.keptWords}>
      <Notice tone="info" title={t('replies.keptWords')}>
        <p className={`${classes.body} ${classes.quoted}`} dir="auto">
          {text}
        </p>
        <CopyText text={text} />
      </Notice>
    </div>
  );
}
