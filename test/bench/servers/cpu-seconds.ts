const TOTAL = /^answerable_process_cpu_seconds_total (\S+)/m;

/** What a part of the product has used of processors since it was started, by its own metrics. */
export async function cpuSeconds(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = Number(TOTAL.exec(text)?.[1]);
  if (!Number.isFinite(value)) throw new Error(`${url}/metrics does not tell process_cpu_seconds_total`);
  return value;
}
