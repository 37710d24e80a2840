import { createBrowserRouter, Navigate } from 'react-router';
import { ConsoleFailed, NotFound, PageFailed } from './page-failed.js';
import { SessionGate } from './session-gate.js';
import { Shell } from './shell.js';
import { WallFrame } from './wall-frame.js';

/** Every screen is fetched when it is first opened, so that signing in is quick on a slow line. */
export function createRouter() {
  return createBrowserRouter([
    {
      path: '/sign-in',
      ErrorBoundary: ConsoleFailed,
      HydrateFallback: Blank,
      lazy: async () => ({ Component: (await import('../features/sign-in/sign-in.page.js')).SignInPage }),
    },
    {
      path: '/wall',
      element: (
        <SessionGate>
          <WallFrame />
        </SessionGate>
      ),
      ErrorBoundary: ConsoleFailed,
      HydrateFallback: Blank,
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('../features/oversight/wall/wall.page.js')).WallPage }),
        },
      ],
    },
    {
      path: '/',
      element: (
        <SessionGate>
          <Shell />
        </SessionGate>
      ),
      ErrorBoundary: ConsoleFailed,
      HydrateFallback: Blank,
      children: [
        {
          ErrorBoundary: PageFailed,
          children: [
            { index: true, element: <Navigate to="/inbox" replace /> },
            {
              path: 'inbox',
              lazy: async () => ({ Component: (await import('../features/inbox/inbox.page.js')).InboxPage }),
              children: [{ path: ':conversationId', lazy: conversation }],
            },
            { path: 'conversations/:conversationId', lazy: conversation },
            {
              path: 'moderation',
              lazy: async () => ({
                Component: (await import('../features/moderation/moderation.page.js')).ModerationPage,
              }),
            },
            {
              path: 'moderation/reported',
              lazy: async () => ({
                Component: (await import('../features/moderation/reported.page.js')).ReportedPage,
              }),
            },
            {
              path: 'moderation/appeals',
              lazy: async () => ({ Component: (await import('../features/appeals/appeals.page.js')).AppealsPage }),
            },
            {
              path: 'moderation/reasons',
              lazy: async () => ({ Component: (await import('../features/reasons/reasons.page.js')).ReasonsPage }),
            },
            {
              path: 'letters',
              lazy: async () => ({ Component: (await import('../features/letters/letters.page.js')).LettersPage }),
            },
            {
              path: 'letters/:letterId',
              lazy: async () => ({ Component: (await import('../features/letters/letter.page.js')).LetterPage }),
            },
            {
              path: 'oversight',
              lazy: async () => ({
                Component: (await import('../features/oversight/oversight.page.js')).OversightPage,
              }),
            },
            {
              path: 'oversight/reports',
              lazy: async () => ({ Component: (await import('../features/reports/reports.page.js')).ReportsPage }),
            },
            {
              path: 'bulk',
              lazy: async () => ({ Component: (await import('../features/bulk/bulks.page.js')).BulksPage }),
            },
            {
              path: 'bulk/:bulkId',
              lazy: async () => ({ Component: (await import('../features/bulk/bulk.page.js')).BulkPage }),
            },
            {
              path: 'notifications',
              lazy: async () => ({
                Component: (await import('../features/notifications/notifications.page.js')).NotificationsPage,
              }),
            },
            {
              path: 'notifications/settings',
              lazy: async () => ({
                Component: (await import('../features/notifications/notification-settings.page.js'))
                  .NotificationSettingsPage,
              }),
            },
            {
              path: 'canned-replies',
              lazy: async () => ({
                Component: (await import('../features/canned-replies/canned-replies.page.js')).CannedRepliesPage,
              }),
            },
            {
              path: 'calendars',
              lazy: async () => ({
                Component: (await import('../features/calendars/calendars.page.js')).CalendarsPage,
              }),
            },
            {
              path: 'calendars/new',
              lazy: async () => ({
                Component: (await import('../features/calendars/calendar-edit.page.js')).NewCalendarPage,
              }),
            },
            {
              path: 'calendars/:slug',
              lazy: async () => ({
                Component: (await import('../features/calendars/calendar.page.js')).CalendarPage,
              }),
            },
            {
              path: 'calendars/:slug/edit',
              lazy: async () => ({
                Component: (await import('../features/calendars/calendar-edit.page.js')).EditCalendarPage,
              }),
            },
            {
              path: 'staffing',
              lazy: async () => ({ Component: (await import('../features/staffing/staffing.page.js')).StaffingPage }),
            },
            {
              path: 'screening',
              lazy: async () => ({
                Component: (await import('../features/screening/screening.page.js')).ScreeningPage,
              }),
            },
            {
              path: 'policies',
              lazy: async () => ({ Component: (await import('../features/policies/policies.page.js')).PoliciesPage }),
            },
            {
              path: 'hours',
              lazy: async () => ({ Component: (await import('../features/staffing/my-hours.page.js')).MyHoursPage }),
            },
            {
              path: 'tags',
              lazy: async () => ({ Component: (await import('../features/triage/tags.page.js')).TagsPage }),
            },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
}

async function conversation() {
  return { Component: (await import('../features/conversation/conversation.page.js')).ConversationPage };
}

function Blank() {
  return null;
}
