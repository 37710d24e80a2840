/** Fewer characters than this are a typing mistake, not a thought. */
const WORTH_KEEPING = 20;

/** Characters of the earlier text that the later one no longer has, taken as one place that was changed. */
export function lostCharacters(earlier: string, later: string): number {
  const shortest = Math.min(earlier.length, later.length);
  let start = 0;
  while (start < shortest && earlier[start] === later[start]) start += 1;
  let end = 0;
  while (end < shortest - start && earlier[earlier.length - 1 - end] === later[later.length - 1 - end]) end += 1;
  return earlier.slice(start, earlier.length - end).trim().length;
}

/** True where saving the later text over the earlier one would lose words that somebody may want back. */
export function losesWords(earlier: string, later: string): boolean {
  return lostCharacters(earlier, later) >= WORTH_KEEPING;
}

/** Both texts whole: what comes in follows what is there, unless it is there already. */
export function joinedWords(mine: string, theirs: string): string {
  if (mine.trim() === '') return theirs;
  if (theirs.trim() === '' || mine.includes(theirs.trim())) return mine;
  return `${mine.trimEnd()}\n\n${theirs}`;
}
