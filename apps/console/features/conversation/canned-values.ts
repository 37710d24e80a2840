import type { ConversationView } from '#contracts/conversations.http.js';
import { type CannedPart, filled, GAP, type Variable, type VariableValues } from '#domain/canned-replies/variables.js';
import { type Language, LOCALE } from '../../lib/languages.js';

export interface CannedContext {
  conversation: ConversationView;
  officerName: string;
  /** Of the canned reply: dates and names are in it, whatever the console speaks. */
  language: Language;
  now: Date;
}

/** A reply that anybody can read must not name who wants to be read without a name. */
export function hidesName({ isReplyPublic, thread }: ConversationView): boolean {
  return isReplyPublic && thread.some((entry) => entry.kind === 'message' && entry.visibility === 'pseudonym');
}

/** What a canned reply's variables mean in this conversation; empty where it has none. */
export function valuesIn({ conversation, officerName, language, now }: CannedContext): VariableValues {
  const { citizen, reference, title, department, answerDueAt, publicUrl } = conversation;
  const { timeZone } = department;
  const moment = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone });
  return {
    'citizen.name': hidesName(conversation) ? '' : citizen.name,
    'conversation.reference': reference,
    'conversation.title': title ?? '',
    'department.name': department.name[language] || department.name.en || department.name.zh,
    'officer.name': officerName,
    deadline: answerDueAt ? moment.format(new Date(answerDueAt)) : '',
    today: day.format(now),
    'public.page': publicUrl ?? '',
  };
}

/** One part of the preview: what stands there, and whether it is a gap or came from the conversation. */
export function shownPart(
  part: CannedPart,
  values: VariableValues,
): { text: string; kind: 'text' | 'value' | 'gap'; variable: Variable | null } {
  if ('text' in part) return { text: part.text, kind: 'text', variable: null };
  const value = values[part.variable];
  const isGap = value.trim() === '';
  return { text: isGap ? GAP : value, kind: isGap ? 'gap' : 'value', variable: part.variable };
}

/** The text with a canned reply in the place of what is selected, and what is selected then: its first gap, or its end. */
export function inserted(
  text: string,
  selection: { start: number; end: number },
  { body, values }: { body: string; values: VariableValues },
): { text: string; start: number; end: number } {
  const words = filled(body, values).text;
  const gap = words.indexOf(GAP);
  const start = selection.start + (gap < 0 ? words.length : gap);
  return {
    text: text.slice(0, selection.start) + words + text.slice(selection.end),
    start,
    end: gap < 0 ? start : start + GAP.length,
  };
}
