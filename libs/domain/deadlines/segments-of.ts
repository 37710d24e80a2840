import type { ClockRun, Mark } from './clock-run.js';
import type { KeptSegment } from './deadline.js';

/**
 * A clock as a list of segments without gaps, each with what began it. `versions` are the changes of policy and calendar
 * that came while it ran. What happened at one instant is told by what was last.
 */
export function segmentsOf(run: ClockRun, versions: readonly Mark[]): KeptSegment[] {
  const marks = [...run.marks, ...versions]
    .map(({ at, why }) => ({ why, at: at > run.startedAt ? at : run.startedAt }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const segments = marks.map(({ at, why }, place): KeptSegment => {
    const to = marks[place + 1]?.at ?? run.endedAt;
    return { from: at.toISOString(), to: to?.toISOString() ?? null, state: stateAt(run, at), why };
  });
  const lasting = segments.filter(({ from, to }) => from !== to);
  return lasting.length > 0 ? lasting : segments.slice(-1);
}

function stateAt({ pauses }: ClockRun, at: Date): KeptSegment['state'] {
  return pauses.some(({ from, to }) => from <= at && (to === null || at < to)) ? 'paused' : 'running';
}
