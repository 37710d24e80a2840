import { type Actor, belongsTo, holds } from '../identity/roles.js';

export type LetterPermission = 'read' | 'edit' | 'submit' | 'return' | 'approve' | 'publish';

export interface LetterFacts {
  departmentId: string;
  /** Everyone who wrote words of the text that is under review. */
  writerIds: readonly string[];
}

/** The one permission function for letters. Four eyes: who wrote the text never approves it. */
export function mayOnLetter(actor: Actor, act: LetterPermission, letter: LetterFacts): boolean {
  const { departmentId } = letter;
  switch (act) {
    case 'read':
      return belongsTo(actor, departmentId);
    case 'edit':
    case 'submit':
      return holds(actor, 'officer', departmentId);
    case 'return':
      return holds(actor, 'reviewer', departmentId);
    case 'approve':
      return holds(actor, 'reviewer', departmentId) && !letter.writerIds.includes(actor.officerId);
    case 'publish':
      return (['officer', 'reviewer', 'press'] as const).some((role) => holds(actor, role, departmentId));
  }
}
