export interface Received {
  departmentId: string;
  received: number;
}

/**
 * Of which departments a month is published beside that of the whole desk; null where not even that is. Nobody can be
 * found among fewer than `least`, and not by subtracting the departments from the desk either: what is left is nobody's, or
 * that of enough people.
 */
export function publishedDepartments(months: readonly Received[], least: number): Set<string> | null {
  const total = sumOf(months);
  if (total < least) return null;
  const named = months.filter(({ received }) => received >= least).sort((a, b) => b.received - a.received);
  const rest = total - sumOf(named);
  if (rest > 0 && rest < least) named.pop();
  return new Set(named.map(({ departmentId }) => departmentId));
}

function sumOf(months: readonly Received[]): number {
  return months.reduce((sum, { received }) => sum + received, 0);
}
