import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CannedReplyView, cannedReplyVersionsSchema } from '#contracts/canned-replies.http.js';
import { read } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { HTML_LANG } from '../../lib/languages.js';
import { Failure, Loading } from '../../ui/states.js';
import classes from './canned-replies.module.css';

const versionsQuery = ({ id, version }: CannedReplyView) =>
  queryOptions({
    queryKey: [...keys.cannedVersions(id), version],
    queryFn: ({ signal }) => read(`/canned-replies/${id}/versions`, cannedReplyVersionsSchema, signal),
  });

/** Fetched when it is opened. */
export function Earlier({ reply }: { reply: CannedReplyView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const versions = useQuery({ ...versionsQuery(reply), enabled: isOpen });
  if (reply.version === 1) return null;
  return (
    <details className={classes.earlier} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('canned.versions')}</summary>
      {isOpen && versions.isPending && <Loading />}
      {versions.isError && <Failure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.items.length === 0 && <p>{t('canned.noVersions')}</p>}
      {versions.data?.items.map(({ number, title, body, language, editedByName, editedAt }) => (
        <div key={number} className={classes.version}>
          <div className={classes.facts}>
            {t('canned.lastEdit', { name: editedByName, time: format.dateTime(editedAt) })}
          </div>
          <strong>{title}</strong>
          <p className={classes.body} lang={HTML_LANG[language]}>
            {body}
          </p>
        </div>
      ))}
    </details>
  );
}
