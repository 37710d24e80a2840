import type { NotificationKind } from '#domain/notifications/notification-kinds.js';
import { escaped } from '#platform/mail/escaped.js';
import type { Mail } from '#platform/mail/mailer.js';
import { DIGEST_WORDS, type DigestLanguage } from './digest-words.js';

export interface DigestLine {
  kind: NotificationKind;
  count: number;
  at: Date;
  actorName: string | null;
  /** Null where it is not about one conversation. */
  conversationId: string | null;
  reference: string | null;
}

export interface DigestMail {
  digestId: string;
  officer: { name: string; email: string; language: DigestLanguage; timeZone: string };
  /** Newest first; at most as many as a mail shows. */
  lines: readonly DigestLine[];
  /** With those that are not shown. */
  total: number;
  consoleUrl: string;
  unsubscribeUrl: string;
}

interface WordedLine {
  what: string;
  when: string;
  url: string;
}

/** References, reasons and links: what a citizen wrote, and under which name, stays at the desk. */
export function digestMail({ digestId, officer, lines, total, consoleUrl, unsubscribeUrl }: DigestMail): Mail {
  const words = DIGEST_WORDS[officer.language];
  const base = consoleUrl.replace(/\/+$/, '');
  const moment = new Intl.DateTimeFormat(words.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: officer.timeZone,
  });
  const worded = lines.map(({ kind, count, at, actorName, conversationId, reference }): WordedLine => {
    const what = [reference, words.kinds[kind](actorName)].filter(Boolean).join(' · ');
    return {
      what: count > 1 ? `${what} (${words.times(count)})` : what,
      when: moment.format(at),
      url: conversationId ? `${base}/conversations/${conversationId}` : `${base}/notifications`,
    };
  });
  const hidden = total - lines.length;
  const frame = {
    lang: words.htmlLang,
    opening: [words.greeting(officer.name), words.lead(total)],
    lines: worded,
    more: hidden > 0 ? words.more(hidden) : null,
    links: [
      { words: words.open, url: `${base}/notifications` },
      { words: words.settings, url: `${base}/notifications/settings` },
    ],
  };
  return {
    to: { name: officer.name, address: officer.email },
    subject: words.subject(total),
    text: asText(frame),
    html: asHtml(frame),
    messageId: `<digest-${digestId}@answerable>`,
    unsubscribeUrl,
  };
}

interface Frame {
  lang: string;
  opening: string[];
  lines: WordedLine[];
  more: string | null;
  links: { words: string; url: string }[];
}

function asText({ opening, lines, more, links }: Frame): string {
  const items = lines.map(({ what, when, url }) => `${what}\n${when}\n${url}`);
  const endings = links.map(({ words, url }) => `${words}: ${url}`);
  return [opening.join('\n'), ...items, ...(more ? [more] : []), '--', ...endings].join('\n\n');
}

function asHtml({ lang, opening, lines, more, links }: Frame): string {
  const items = lines.map(
    ({ what, when, url }) =>
      `<li><a href="${escaped(url)}">${escaped(what)}</a><br><small>${escaped(when)}</small></li>`,
  );
  const endings = links.map(({ words, url }) => `<a href="${escaped(url)}">${escaped(words)}</a>`);
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(opening[0] ?? '')}</title></head><body>`,
    ...opening.map((line) => `<p>${escaped(line)}</p>`),
    `<ul>${items.join('')}</ul>`,
    ...(more ? [`<p>${escaped(more)}</p>`] : []),
    `<p>${endings.join(' · ')}</p></body></html>`,
  ].join('\n');
}
