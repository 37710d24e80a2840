/** To the error stream: what stands on the other is the result and nothing else. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export async function told<T>(what: string, act: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const answer = await act();
  tell(`  ${what.padEnd(60)} ${((performance.now() - from) / 1_000).toFixed(1).padStart(6)} s`);
  return answer;
}
