const EXCERPT_LENGTH = 160;

/** The start of a text on one line, cut at a character, never inside one. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, EXCERPT_LENGTH * 8)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const characters = [...line.slice(0, EXCERPT_LENGTH * 2 + 2)];
  return characters.length > EXCERPT_LENGTH ? `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…` : line;
}
