import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../lib/shortcuts.js';

/** Screens that are beside the work: not in the main navigation, but a key and a command away. */
export function useSideScreens(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const to = (path: string, place: string, keys: string[]) => ({
    keys,
    words: t('keys.acts.go', { place }),
    run: () => void navigate(path),
  });
  useShortcuts('screens', {
    notifications: to('/notifications', t('notifications.title'), ['g n']),
    notificationSettings: to('/notifications/settings', t('notifications.settingsTitle'), []),
    cannedReplies: to('/canned-replies', t('canned.title'), ['g c']),
  });
}
