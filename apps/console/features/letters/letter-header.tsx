import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LetterView } from '#contracts/letters.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { Copyable } from '../../ui/copyable.js';
import { Icon } from '../../ui/icons.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Notice } from '../../ui/states.js';
import { LetterStatusTag } from '../../ui/status-tag.js';
import classes from './letters.module.css';

export function LetterHeader({ letter }: { letter: LetterView }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { author, department, id, publicUrl, publishedAt, reference, returned, status, submission, text } = letter;
  return (
    <header className={classes.header}>
      <div className={classes.headline}>
        <ActionIcon component={Link} to="/letters" variant="subtle" color="gray" aria-label={t('letters.title')}>
          <Icon name="back" />
        </ActionIcon>
        <PageHeading title={text.title.trim() || t('letters.untitled')} subject={id} />
      </div>
      <div className={classes.facts}>
        <LetterStatusTag status={status} />
        <span>{localised(department.name)}</span>
        <span>{t('letters.byAuthor', { name: author.name })}</span>
        <Copyable text={reference} />
        {publishedAt && <span>{t('letters.publishedAt', { time: format.dateTime(publishedAt) })}</span>}
        {publicUrl && (
          <a href={publicUrl} target="_blank" rel="noreferrer">
            {t('letters.publicPage')} <Icon name="out" size={12} />
            <span className="visually-hidden"> {t('common.opensInNewTab')}</span>
          </a>
        )}
      </div>
      {submission && <SubmissionFacts submission={submission} />}
      {returned && (
        <Notice
          tone="warn"
          title={t('letters.returnedTitle', { name: returned.byName, time: format.dateTime(returned.at) })}
        >
          <p className={classes.note}>{returned.note}</p>
        </Notice>
      )}
    </header>
  );
}

function SubmissionFacts({ submission }: { submission: NonNullable<LetterView['submission']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { approvedAt, approvedBy, number, submittedAt, submittedBy } = submission;
  return (
    <div className={classes.facts}>
      <span>{t('letters.submission', { number, name: submittedBy, time: format.dateTime(submittedAt) })}</span>
      {approvedBy && approvedAt && (
        <span>{t('letters.approvedBy', { name: approvedBy, time: format.dateTime(approvedAt) })}</span>
      )}
    </div>
  );
}
