import type { Translation, Words } from './en.js';
import { bulk } from './zh/bulk.js';
import { canned } from './zh/canned.js';
import { conversation } from './zh/conversation.js';
import { inbox } from './zh/inbox.js';
import { keys } from './zh/keys.js';
import { letters } from './zh/letters.js';
import { merging } from './zh/merging.js';
import { moderation } from './zh/moderation.js';
import { notes } from './zh/notes.js';
import { notifications } from './zh/notifications.js';
import { oversight } from './zh/oversight.js';
import { replies } from './zh/replies.js';
import { replyHints } from './zh/reply-hints.js';
import { search } from './zh/search.js';
import { common, problem, shell, signIn } from './zh/shell.js';
import { staffing } from './zh/staffing.js';
import { triage } from './zh/triage.js';

export const zh: Translation<Words> = {
  common,
  problem,
  shell,
  signIn,
  inbox,
  bulk,
  conversation,
  moderation,
  keys,
  letters,
  merging,
  oversight,
  replies,
  canned,
  notes,
  notifications,
  replyHints,
  search,
  triage,
  staffing,
};
