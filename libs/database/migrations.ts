import { Directory1795000000001 } from './migrations/0001-directory.migration.js';
import { Conversations1795000000002 } from './migrations/0002-conversations.migration.js';
import { Answers1795000000003 } from './migrations/0003-answers.migration.js';
import { AssignmentPolicies1795000000004 } from './migrations/0004-assignment.migration.js';
import { RepliesDraftsPresence1795000000005 } from './migrations/0005-replies-drafts-presence.migration.js';
import { Triage1795000000006 } from './migrations/0006-triage.migration.js';
import { Merging1795000000007 } from './migrations/0007-merging.migration.js';
import { NotesNotifications1795000000008 } from './migrations/0008-notes-notifications.migration.js';
import { Search1795000000009 } from './migrations/0009-search.migration.js';
import { LeanIntake1795000000010 } from './migrations/0010-lean-intake.migration.js';
import { Bulk1795000000011 } from './migrations/0011-bulk.migration.js';
import { UntoldEvents1795000000012 } from './migrations/0012-untold-events.migration.js';
import { Calendars1795000000013 } from './migrations/0013-calendars.migration.js';
import { Deadlines1795000000014 } from './migrations/0014-deadlines.migration.js';
import { Waiting1795000000015 } from './migrations/0015-waiting.migration.js';
import { Warnings1795000000016 } from './migrations/0016-warnings.migration.js';
import { Handover1795000000017 } from './migrations/0017-handover.migration.js';
import { Figures1795000000018 } from './migrations/0018-figures.migration.js';
import { ScheduledReports1795000000019 } from './migrations/0019-scheduled-reports.migration.js';
import { WordsOfActs1795000000020 } from './migrations/0020-words-of-acts.migration.js';
import { ScreeningPolicy1795000000021 } from './migrations/0021-screening-policy.migration.js';
import { Decisions1795000000022 } from './migrations/0022-decisions.migration.js';
import { Audit1795000000023 } from './migrations/0023-audit.migration.js';
import { OpenedOrder1795000000024 } from './migrations/0024-opened-order.migration.js';
import { Appeals1795000000025 } from './migrations/0025-appeals.migration.js';
import { Moderators1795000000026 } from './migrations/0026-moderators.migration.js';

/** In order; a released one is never edited. */
export const MIGRATIONS = [
  Directory1795000000001,
  Conversations1795000000002,
  Answers1795000000003,
  AssignmentPolicies1795000000004,
  RepliesDraftsPresence1795000000005,
  Triage1795000000006,
  Merging1795000000007,
  NotesNotifications1795000000008,
  Search1795000000009,
  LeanIntake1795000000010,
  Bulk1795000000011,
  UntoldEvents1795000000012,
  Calendars1795000000013,
  Deadlines1795000000014,
  Waiting1795000000015,
  Warnings1795000000016,
  Handover1795000000017,
  Figures1795000000018,
  ScheduledReports1795000000019,
  WordsOfActs1795000000020,
  ScreeningPolicy1795000000021,
  Decisions1795000000022,
  Audit1795000000023,
  OpenedOrder1795000000024,
  Appeals1795000000025,
  Moderators1795000000026,
];
