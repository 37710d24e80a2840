import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NotificationView } from '#contracts/notifications.http.js';
import { latestNotificationsQuery, notificationSettingsQuery } from '../../lib/notifications.js';
import { browserMessages, setSpokenUntil, spokenUntil, toBeSaid } from './browser-messages.js';
import { pathOf, useNotificationWords } from './notification-words.js';

/** Held by the tab that speaks; when it goes, the next one has it. */
const SPEAKER = 'answerable:speaker';

/** Tells by the browser what the officer cannot see: of all tabs one, and only while no console has the focus. */
export function useBrowserMessages(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wordsOf = useNotificationWords();
  const isSpeaker = useIsSpeaker();
  const isOn = isSpeaker && browserMessages() === 'on';
  const kinds = useQuery({ ...notificationSettingsQuery, enabled: isOn }).data?.kinds;
  const items = useQuery({ ...latestNotificationsQuery, enabled: isOn }).data?.items;
  const say = useEffectEvent((line: NotificationView) => {
    // A reference and a kind: what a citizen wrote does not belong on a screen that others may see.
    const title = [line.conversation?.reference, wordsOf(line).what].filter(Boolean).join(' · ');
    const message = new Notification(title, {
      body: t('common.product'),
      tag: line.id,
      lang: document.documentElement.lang,
    });
    message.onclick = () => {
      globalThis.focus();
      void navigate(pathOf(line));
      message.close();
    };
  });
  useEffect(() => {
    if (!isOn || !kinds || !items) return;
    const news = toBeSaid(items, { kinds, until: spokenUntil() });
    const newest = news.at(-1);
    if (!newest) return;
    setSpokenUntil(newest.at);
    if (!document.hasFocus()) for (const line of news) say(line);
  }, [isOn, kinds, items]);
}

function useIsSpeaker(): boolean {
  const [isSpeaker, setSpeaker] = useState(false);
  useEffect(() => {
    // Only in secure contexts, as are the messages themselves.
    if (!navigator.locks) return;
    const left = new AbortController();
    let leave = () => undefined as unknown;
    const untilLeft = new Promise((resolve) => {
      leave = () => resolve(undefined);
    });
    const hold = () => {
      setSpeaker(true);
      return untilLeft;
    };
    void navigator.locks.request(SPEAKER, { signal: left.signal }, hold).catch(() => undefined);
    return () => {
      left.abort();
      leave();
      setSpeaker(false);
    };
  }, []);
  return isSpeaker;
}
