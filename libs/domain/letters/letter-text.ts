export interface LetterText {
  title: string;
  salutation: string;
  /** Plain text; a blank line starts a new paragraph. */
  body: string;
  /** Under whose name it stands, as it will be printed. */
  signatoryName: string;
  signatoryTitle: string;
}

/**
 * The canonical form of a letter: what an approval names (by its SHA-256) and what is published. Field order is fixed,
 * line ends are LF and text is NFC, so that the same letter never has two hashes.
 */
export function canonicalLetter(text: LetterText): string {
  const clean = (value: string) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return JSON.stringify([
    ['title', clean(text.title)],
    ['salutation', clean(text.salutation)],
    ['body', clean(text.body)],
    ['signatoryName', clean(text.signatoryName)],
    ['signatoryTitle', clean(text.signatoryTitle)],
  ]);
}

/** The paragraphs of a body, in order, none empty. */
export function paragraphsOf(body: string): string[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
