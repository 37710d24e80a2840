const NEWLINE = 0x0a;

export interface Line {
  bytes: Buffer;
  /** Longer than the limit: its bytes were let go. */
  isTooLong: boolean;
}

/** Splits a stream into lines without ever holding more than one line of the limit's size; blank lines are passed over. */
export async function* linesOf(input: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer) => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const line = { bytes: Buffer.concat(parts), isTooLong: size > limit };
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      const line = finish();
      if (!isBlank(line)) yield line;
    }
    take(chunk.subarray(start));
  }
  const last = finish();
  if (!isBlank(last)) yield last;
}

function isBlank({ bytes, isTooLong }: Line): boolean {
  return !isTooLong && bytes.toString('latin1').trim() === '';
}
