import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasRole, useMe } from '../lib/session.js';
import { type Shortcuts, useShortcuts } from '../lib/shortcuts.js';

/** Screens that are beside the work: not in the main navigation, but a key and a command away. */
export function useSideScreens(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const to = (path: string, place: string, keys: string[]) => ({
    keys,
    words: t('keys.acts.go', { place }),
    run: () => void navigate(path),
  });
  const me = useMe();
  const screening: Shortcuts = hasRole(me, 'moderator', 'supervisor', 'administrator')
    ? { screening: to('/screening', t('screening.title'), ['g f']) }
    : {};
  const supervision: Shortcuts = hasRole(me, 'supervisor', 'administrator')
    ? {
        wall: to('/wall', t('wall.title'), ['g w']),
        reports: to('/oversight/reports', t('reports.title'), ['g r']),
      }
    : {};
  useShortcuts('screens', {
    notifications: to('/notifications', t('notifications.title'), ['g n']),
    notificationSettings: to('/notifications/settings', t('notifications.settingsTitle'), []),
    policies: to('/policies', t('policies.title'), ['g d']),
    calendars: to('/calendars', t('calendars.title'), ['g k']),
    cannedReplies: to('/canned-replies', t('canned.title'), ['g c']),
    ...screening,
    ...supervision,
  });
}
