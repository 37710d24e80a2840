import { paragraphsOf } from '#domain/letters/letter-text.js';

/** Somebody's own words: in their language and direction, with their paragraphs and line breaks, never as markup. */
export function CitizenText({ text, language }: { text: string; language: string }) {
  return (
    <div className="site-text" lang={langOf(language)}>
      {paragraphsOf(text).map((paragraph, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move, and may be equal
        <p key={place} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** An empty attribute says "not known", so that the words are not read out as if they were the page's language. */
export function langOf(language: string): string {
  return language === 'und' ? '' : language;
}
