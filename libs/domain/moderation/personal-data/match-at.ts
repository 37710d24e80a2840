/** What a sticky pattern matches at exactly this place. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Where something that is laid between a word and what it announces ends: colons, brackets, `is`. */
export function endOf(filler: RegExp, text: string, at: number): number {
  return at + (matchAt(filler, text, at)?.[0].length ?? 0);
}
