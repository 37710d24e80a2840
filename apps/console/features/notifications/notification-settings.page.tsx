import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notificationSettingsQuery } from '../../lib/notifications.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading } from '../../ui/states.js';
import { BrowserCard } from './browser-card.js';
import classes from './notifications.module.css';
import { SettingsForm } from './settings-form.js';

export function NotificationSettingsPage() {
  const { t } = useTranslation();
  const settings = useQuery(notificationSettingsQuery);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <PageHeading title={t('notifications.settingsTitle')} order={1} />
        <Link to="/notifications">{t('notifications.all')}</Link>
      </div>
      <p>{t('notifications.lead')}</p>
      {settings.isPending && <Loading />}
      {settings.isLoadingError && <Failure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <SettingsForm settings={settings.data} />}
      <BrowserCard />
    </div>
  );
}
