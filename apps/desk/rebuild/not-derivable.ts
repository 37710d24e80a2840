import type { Failed } from '#desk/conversations/set-aside.js';

/** Of which conversation what follows from its record could not be worked out, and why. */
export function notDerivable({ conversationId, error }: Failed): string {
  return `conversation ${conversationId} cannot be derived: ${error instanceof Error ? error.message : error}`;
}
