/** Plain lines, so that a log of a build server reads like a terminal. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Says what was done and how long it took; the title may come from the answer. */
export async function step<T>(title: string | ((answer: T) => string), act: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const answer = await act();
  const text = typeof title === 'string' ? title : title(answer);
  say(`  ${text.padEnd(64)} ${((performance.now() - from) / 1000).toFixed(1).padStart(5)} s`);
  return answer;
}
