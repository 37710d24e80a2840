import { Directory1795000000001 } from './migrations/0001-directory.migration.js';
import { Conversations1795000000002 } from './migrations/0002-conversations.migration.js';
import { Answers1795000000003 } from './migrations/0003-answers.migration.js';

/** In order; a released one is never edited. */
export const MIGRATIONS = [Directory1795000000001, Conversations1795000000002, Answers1795000000003];
