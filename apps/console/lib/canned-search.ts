import type { CannedReplyView } from '#contracts/canned-replies.http.js';

/** What fits the words, the best first: the shortcut, then the title, then the text; of equals what is used most. */
export function cannedFor(query: string, replies: readonly CannedReplyView[]): CannedReplyView[] {
  const wanted = query
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^\/\s*/, '');
  const ranked = replies.map((reply) => ({ reply, rank: rankOf(wanted, reply) })).filter(({ rank }) => rank < 4);
  return ranked
    .sort(
      (a, b) => a.rank - b.rank || b.reply.usedCount - a.reply.usedCount || a.reply.title.localeCompare(b.reply.title),
    )
    .map(({ reply }) => reply);
}

function rankOf(wanted: string, { shortcut, title, body }: CannedReplyView): number {
  if (wanted === '') return 3;
  if (shortcut === wanted) return 0;
  if (shortcut?.startsWith(wanted)) return 1;
  const words = wanted.split(/\s+/);
  const holds = (text: string) => words.every((word) => text.normalize('NFKC').toLowerCase().includes(word));
  if (holds(title)) return 2;
  return holds(`${title}\n${body}`) ? 3 : 4;
}
