import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../../ui/page-heading.js';
import classes from './oversight.module.css';
import { rangeFrom } from './oversight-range.js';
import { ResponseTimesSection } from './response-times.js';
import { WaitingNow } from './waiting-now.js';

export function OversightPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  return (
    <div className={classes.page}>
      <PageHeading title={t('oversight.title')} />
      <WaitingNow />
      <ResponseTimesSection range={rangeFrom(search)} />
    </div>
  );
}
