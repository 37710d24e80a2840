/** A name within a line: in Arabic or Hebrew it does not turn what stands around it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
