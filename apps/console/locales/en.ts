import { conversation } from './en/conversation.js';
import { inbox } from './en/inbox.js';
import { letters } from './en/letters.js';
import { moderation } from './en/moderation.js';
import { oversight } from './en/oversight.js';
import { common, problem, shell, signIn } from './en/shell.js';

export const en = { common, problem, shell, signIn, inbox, conversation, moderation, letters, oversight };
export type Words = typeof en;

/** The same keys in another language; Chinese has no singular form of its own. */
export type Translation<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>;
};
