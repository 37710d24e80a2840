import { NORMAL_WEIGHT, type Priority, WEIGHT } from '../conversations/priority.js';
import type { AssignmentRule } from './assignment-reason.js';

export interface InHand {
  conversationId: string;
  priority: Priority;
  rule: AssignmentRule;
  assignedAt: Date;
  /** An answer is being written, or about to leave. */
  isWorkedOn: boolean;
}

/** What people decided: the officer, or who gave it. */
const CHOSEN: readonly AssignmentRule[] = ['claimed', 'by-hand'];

/**
 * What goes back when a capacity is lowered: the newest first until the rest fits. What is being worked on stays, and so
 * does what a person chose to take or to give, though it be too much.
 */
export function beyondCapacity(inHand: readonly InHand[], capacity: number): string[] {
  let load = inHand.reduce((sum, { priority }) => sum + WEIGHT[priority], 0);
  const goesBack: string[] = [];
  const given = inHand.filter(({ rule, isWorkedOn }) => !isWorkedOn && !CHOSEN.includes(rule));
  for (const newest of given.sort((a, b) => b.assignedAt.getTime() - a.assignedAt.getTime())) {
    if (load <= capacity * NORMAL_WEIGHT) break;
    load -= WEIGHT[newest.priority];
    goesBack.push(newest.conversationId);
  }
  return goesBack;
}
