import type { Translation, Words } from './en.js';
import { appeals } from './zh/appeals.js';
import { bulk } from './zh/bulk.js';
import { calendars } from './zh/calendars.js';
import { canned } from './zh/canned.js';
import { conversation } from './zh/conversation.js';
import { decisions } from './zh/decisions.js';
import { inbox } from './zh/inbox.js';
import { keys } from './zh/keys.js';
import { leaving } from './zh/leaving.js';
import { letters } from './zh/letters.js';
import { merging } from './zh/merging.js';
import { moderation } from './zh/moderation.js';
import { notes } from './zh/notes.js';
import { notifications } from './zh/notifications.js';
import { oversight } from './zh/oversight.js';
import { policies } from './zh/policies.js';
import { replies } from './zh/replies.js';
import { replyHints } from './zh/reply-hints.js';
import { reports } from './zh/reports.js';
import { screening } from './zh/screening.js';
import { search } from './zh/search.js';
import { common, problem, shell, signIn } from './zh/shell.js';
import { staffing } from './zh/staffing.js';
import { triage } from './zh/triage.js';
import { waiting } from './zh/waiting.js';
import { wall } from './zh/wall.js';

export const zh: Translation<Words> = {
  common,
  problem,
  shell,
  signIn,
  inbox,
  bulk,
  conversation,
  appeals,
  decisions,
  moderation,
  keys,
  leaving,
  letters,
  merging,
  oversight,
  replies,
  calendars,
  canned,
  notes,
  notifications,
  replyHints,
  reports,
  screening,
  search,
  triage,
  waiting,
  wall,
  staffing,
  policies,
};
