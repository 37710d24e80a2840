import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n.js';
import classes from './moderation.module.css';
import { authorQuery } from './moderators.queries.js';

/** What became of the author's other messages, where this moderator moderates. */
export function AuthorHistory({ messageId }: { messageId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const author = useQuery(authorQuery(messageId)).data;
  if (!author) return null;
  const { decisions } = author;
  const known = ['shown', 'waiting', 'redacted', 'refused', 'reportsUpheld'] as const;
  const facts = known
    .filter((name) => author[name] > 0)
    .map((name) => t(`moderation.author.${name}`, { number: format.count(author[name]) }));
  return (
    <section aria-label={t('moderation.author.label')} className={classes.author}>
      <span>
        {t('moderation.author.posts', { count: author.posts, number: format.count(author.posts) })}
        {facts.length > 0 && `: ${facts.join(' · ')}`}
      </span>
      {decisions.length > 0 && (
        <ul>
          {decisions.map(({ conversationId, reference, decision, at }) => (
            <li key={`${conversationId} ${at}`}>
              <Link to={`/conversations/${conversationId}`}>{reference}</Link> {t(`decisions.acts.${decision}`)},{' '}
              {format.dateTime(at)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
