import type { Audience, Markers } from './markers.js';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** What was seen of every marker, by whom and where. */
export class Sightings {
  private readonly places = new Map<string, string[]>();

  constructor(private readonly markers: Markers) {}

  /** Headers count too, also what they hold in percent signs. */
  note(audience: Audience, place: string, { headers, text }: Pick<Answer, 'headers' | 'text'>): void {
    this.noteText(audience, place, `${text}\n${readable(JSON.stringify([...headers]))}`);
  }

  noteText(audience: Audience, place: string, text: string): void {
    for (const { what } of this.markers.in(text)) {
      const key = keyOf(what, audience);
      this.places.set(key, [...(this.places.get(key) ?? []), place]);
    }
  }

  /** At most three are named: where there is one leak there are many. */
  of(what: string, audience: Audience): string[] {
    return (this.places.get(keyOf(what, audience)) ?? []).slice(0, 3);
  }
}

const keyOf = (what: string, audience: Audience) => `${what} | ${audience}`;

function readable(text: string): string {
  try {
    return `${text}\n${decodeURIComponent(text)}`;
  } catch {
    return text;
  }
}

/** Several at a time, and their answers in order. */
export async function each<Thing, Result>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<Result>,
  lanes = 8,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < things.length; n = next++) results[n] = await act(things[n] as Thing);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
