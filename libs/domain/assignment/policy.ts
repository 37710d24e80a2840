/** How a department's queue comes to its officers; under `pull` nothing is given, they take. */
export const ASSIGNMENT_POLICIES = ['least-loaded', 'round-robin', 'pull'] as const;
export type AssignmentPolicy = (typeof ASSIGNMENT_POLICIES)[number];
