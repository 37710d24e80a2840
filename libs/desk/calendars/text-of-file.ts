/** UTF-8, or what spreadsheet programs on Chinese desks still write; null for what is neither. */
export function textOf(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not this one.
    }
  }
  return null;
}
