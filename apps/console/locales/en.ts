import { appeals } from './en/appeals.js';
import { bulk } from './en/bulk.js';
import { calendars } from './en/calendars.js';
import { canned } from './en/canned.js';
import { conversation } from './en/conversation.js';
import { decisions } from './en/decisions.js';
import { inbox } from './en/inbox.js';
import { keys } from './en/keys.js';
import { leaving } from './en/leaving.js';
import { letters } from './en/letters.js';
import { merging } from './en/merging.js';
import { moderation } from './en/moderation.js';
import { notes } from './en/notes.js';
import { notifications } from './en/notifications.js';
import { oversight } from './en/oversight.js';
import { policies } from './en/policies.js';
import { replies } from './en/replies.js';
import { replyHints } from './en/reply-hints.js';
import { reports } from './en/reports.js';
import { screening } from './en/screening.js';
import { search } from './en/search.js';
import { common, problem, shell, signIn } from './en/shell.js';
import { staffing } from './en/staffing.js';
import { triage } from './en/triage.js';
import { waiting } from './en/waiting.js';
import { wall } from './en/wall.js';

export const en = {
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
export type Words = typeof en;

/** The same keys in another language; Chinese has no singular form of its own. */
export type Translation<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>;
};
