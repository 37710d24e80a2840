import { z } from 'zod';
import { localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { stored } from './text.js';

/** Longer is no question: a sentence or two fits. */
export const SEARCH_MAX_CHARACTERS = 200;

/** What to look for, as typed: words that must all occur, and phrases in quotation marks. */
export const searchTextSchema = stored(z.string().trim().max(SEARCH_MAX_CHARACTERS));

/** A text in pieces, in order: the pieces that were looked for are marked. Data, not HTML. */
export const markedTextSchema = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));
export type MarkedText = z.infer<typeof markedTextSchema>;

export const SEARCHED_KINDS = ['message', 'reply', 'note', 'letter'] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

/** Why a conversation was found: its best matching entry; `reference` when its own reference was typed. */
export const searchMatchSchema = z.object({
  kind: z.enum([...SEARCHED_KINDS, 'reference']),
  /** Of the entry in the thread; the conversation's where the reference matched. */
  entryId: z.uuid(),
  at: instantSchema,
  /** The entry's title, where it has one and the words are in it. */
  title: markedTextSchema.nullable(),
  /** The place in the text around the first matches, cut at both ends. */
  excerpt: markedTextSchema,
});
export type SearchMatch = z.infer<typeof searchMatchSchema>;

/** An answered conversation that asks about much the same, with the last answer that it got. */
export const similarConversationSchema = z.object({
  conversationId: z.uuid(),
  reference: z.string(),
  title: z.string().nullable(),
  excerpt: z.string(),
  language: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  answer: z.object({
    kind: z.enum(['reply', 'letter']),
    id: z.uuid(),
    body: z.string(),
    /** Null where nobody is known: an imported answer. */
    officerName: z.string().nullable(),
    at: instantSchema,
  }),
  /** Of the words that tell this conversation from others, how much is shared: 0 to 1. */
  likeness: z.number().min(0).max(1),
  /** The rarest of the shared words, for showing why. */
  sharedWords: z.array(z.string()),
});
export type SimilarConversation = z.infer<typeof similarConversationSchema>;

/** `GET /api/conversations/:id/similar`: at most ten, the most alike first; empty where nothing is alike enough. */
export const similarConversationsSchema = z.object({ items: z.array(similarConversationSchema) });
export type SimilarConversations = z.infer<typeof similarConversationsSchema>;
