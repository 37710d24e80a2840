import { isConversationPublic, type Moderated, sightOf } from '#domain/moderation/visibility.js';
import { speaksChinese } from './freeze-letter.js';

export interface Answered {
  reference: string;
  title: string | null;
  language: string;
  citizenName: string;
  /** Every message of the citizen, the opening one first. */
  messages: readonly Moderated[];
}

/** `contracts/letters.http.ts` takes no more. */
const TITLE_LIMIT = 200;

/**
 * How a new letter begins, in the language of the conversation. It will be read by everyone: the citizen is named only
 * where the public reads the name with every message and nothing of one is covered, and the title is quoted only where the
 * public can read it.
 */
export function openingOf(answered: Answered): { title: string; salutation: string } {
  const name = isNamedInPublic(answered) ? answered.citizenName.trim() : null;
  const subject = subjectOf(answered);
  if (speaksChinese(answered.language)) {
    return {
      title: `关于${subject ? `“${subject}”` : answered.reference}的答复`,
      salutation: `尊敬的${name ?? '市民'}：`,
    };
  }
  return { title: `Re: ${subject ?? answered.reference}`, salutation: `Dear ${name ?? 'resident'},` };
}

function isNamedInPublic({ messages, citizenName }: Answered): boolean {
  if (citizenName.trim() === '' || messages.length === 0) return false;
  return messages.every((message) => sightOf('public', message) === 'full' && message.state !== 'redacted');
}

function subjectOf({ title, messages }: Answered): string | null {
  const [opening] = messages;
  const subject = title?.trim().replace(/\s+/g, ' ');
  if (!subject || !opening || !isConversationPublic(opening)) return null;
  const room = TITLE_LIMIT - 10;
  if (subject.length <= room) return subject;
  return `${subject.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…`;
}
