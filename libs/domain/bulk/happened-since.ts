/** A fact that was recorded after a row was seen, or after an act was done to it. */
export interface Happening {
  version: number;
  type: string;
  actorKind: 'citizen' | 'officer' | 'system';
  actorId: string | null;
  /** Where it took an act back: the version that the act had led to. */
  undoesVersion: number | null;
}

/** What the desk notes about the passing of time: neither words nor anybody's work. */
const HOUSEKEEPING: readonly string[] = ['conversation.escalated', 'conversation.woken'];

/** What the officer did themself since (a tag before the closing) is no surprise to them; all else is. */
export function isNewsTo(officerId: string, since: readonly Happening[]): boolean {
  const isOwn = ({ actorKind, actorId }: Happening) => actorKind === 'officer' && actorId === officerId;
  return since.some((fact) => !isOwn(fact) && !isHousekeeping(fact));
}

/**
 * What was done and taken back again since is as if it had not been: acts are undone one after the other, the last
 * first. That the desk gave it to somebody by itself follows from the act; what a person did since stands.
 */
export function mayBeTakenBack(since: readonly Happening[]): boolean {
  return since
    .filter((fact) => !isTakenBack(fact, since) && !isHousekeeping(fact))
    .every(({ type, actorKind }) => type === 'conversation.assigned' && actorKind === 'system');
}

function isTakenBack({ version }: Happening, since: readonly Happening[]): boolean {
  return since.some(
    (later) => later.undoesVersion !== null && later.undoesVersion <= version && version <= later.version,
  );
}

function isHousekeeping({ type, actorKind }: Happening): boolean {
  return actorKind === 'system' && HOUSEKEEPING.includes(type);
}
