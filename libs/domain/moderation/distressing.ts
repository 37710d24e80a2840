/** What nobody should have to read unprepared: insults, threats, despair, illness. By the kind's name or its beginning. */
const DISTRESSING = ['blocked-word', 'threat', 'self-harm', 'health', 'classified-'];

/** Whether screening warned of what stands in the text, so that it is covered until a moderator opens it. */
export function isDistressing(findings: readonly { kind: string }[]): boolean {
  return findings.some(({ kind }) => DISTRESSING.some((begins) => kind.startsWith(begins)));
}
