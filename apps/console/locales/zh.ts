import type { Translation, Words } from './en.js';
import { conversation } from './zh/conversation.js';
import { inbox } from './zh/inbox.js';
import { letters } from './zh/letters.js';
import { moderation } from './zh/moderation.js';
import { oversight } from './zh/oversight.js';
import { common, problem, shell, signIn } from './zh/shell.js';

export const zh: Translation<Words> = {
  common,
  problem,
  shell,
  signIn,
  inbox,
  conversation,
  moderation,
  letters,
  oversight,
};
