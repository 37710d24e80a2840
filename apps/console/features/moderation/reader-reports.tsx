import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReaderReportView, ReportedMessage } from '#contracts/reader-reports.http.js';
import { useFormat } from '../../lib/i18n.js';
import { Tag } from '../../ui/tag.js';
import classes from './moderation.module.css';
import { MuteDialog } from './mute-dialog.js';

/** What readers said against a message: reasons counted, then each in their own words with what is known of them. */
export function ReaderReports({ message }: { message: ReportedMessage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [muting, setMuting] = useState<string | null>(null);
  const { reasons, reports } = message;
  return (
    <section aria-label={t('moderation.reports.label', { count: reports.length })}>
      <p className={classes.tags}>
        <strong>{t('moderation.reports.label', { count: reports.length })}</strong>
        {reasons.map(({ reason, count }) => (
          <Tag key={reason} tone={reason === 'danger' ? 'late' : 'warn'}>
            {t(`moderation.reports.reasons.${reason}`)} · {format.count(count)}
          </Tag>
        ))}
      </p>
      <ul className={classes.reports}>
        {reports.map((report) => (
          <li key={report.id}>
            <span className={classes.facts}>
              {t(`moderation.reports.reasons.${report.reason}`)} · {format.dateTime(report.receivedAt)} ·{' '}
              <Standing report={report} />
            </span>
            {report.words && <p dir="auto">{report.words}</p>}
            {report.reporter && (
              <Button size="compact-xs" variant="default" onClick={() => setMuting(report.id)}>
                {t('moderation.reports.mute')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {muting && <MuteDialog reportId={muting} onClose={() => setMuting(null)} />}
    </section>
  );
}

function Standing({ report: { reporter } }: { report: ReaderReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!reporter) return t('moderation.reports.unknown');
  const { upheld, dismissed, upheldShare } = reporter;
  if (upheldShare === null) return t('moderation.reports.first');
  const count = upheld + dismissed;
  return t('moderation.reports.standing', { share: format.percent(upheldShare), number: format.count(count), count });
}
