/** Without the padding that exports put around and between paragraphs; the words and the line breaks stay. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function tidyLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
