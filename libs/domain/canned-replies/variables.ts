/** What a canned reply may name; filled from the conversation that it is inserted into. */
export const VARIABLES = [
  'citizen.name',
  'conversation.reference',
  'conversation.title',
  'department.name',
  'officer.name',
  'deadline',
  'today',
  'public.page',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** A value that is empty is a gap that the officer fills or takes out. */
export type VariableValues = Record<Variable, string>;

/** Stands where a value is missing; nobody overlooks it in a text. */
export const GAP = '[…]';

/** What looks like a variable: one or more words of Latin letters, joined by dots, in braces. Any other brace is text. */
const NAMED = /\{\s*([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)\s*\}/g;

export type CannedPart = { text: string; start: number } | { variable: Variable; start: number };

/** The names in a text that no conversation can fill, each once. */
export function unknownVariables(body: string): string[] {
  const named = Array.from(body.matchAll(NAMED), (match) => match[1] ?? '');
  return [...new Set(named.filter((name) => !isVariable(name)))];
}

/** The text cut at its variables; `start` is unique within it. What is unknown stays as it was written. */
export function cannedPartsOf(body: string): CannedPart[] {
  const parts: CannedPart[] = [];
  let end = 0;
  for (const match of body.matchAll(NAMED)) {
    const [whole, name = ''] = match;
    if (!isVariable(name)) continue;
    if (match.index > end) parts.push({ text: body.slice(end, match.index), start: end });
    parts.push({ variable: name, start: match.index });
    end = match.index + whole.length;
  }
  if (end < body.length) parts.push({ text: body.slice(end), start: end });
  return parts;
}

/** The text with its values, read once: braces in a value are text. `missing` names the variables left as gaps. */
export function filled(body: string, values: VariableValues): { text: string; missing: Variable[] } {
  const missing = new Set<Variable>();
  const text = cannedPartsOf(body).map((part) => {
    if ('text' in part) return part.text;
    if (values[part.variable].trim()) return values[part.variable];
    missing.add(part.variable);
    return GAP;
  });
  return { text: text.join(''), missing: [...missing] };
}

function isVariable(name: string): name is Variable {
  return VARIABLES.some((variable) => variable === name);
}
