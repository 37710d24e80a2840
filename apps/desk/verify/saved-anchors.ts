import { readFileSync } from 'node:fs';
import { type PublicAnchor, publicAnchorsSchema } from '#contracts/audit.http.js';
import { OperatorProblem } from '../operator-problem.js';

/** A copy of what the site published. Throws `OperatorProblem` for what is none: it must not pass for a good one. */
export function savedAnchors(file: string): PublicAnchor[] {
  const read = publicAnchorsSchema.safeParse(jsonOf(textOf(file)));
  if (!read.success) throw notACopy(file);
  if (read.data.anchors.length === 0) throw new OperatorProblem(`${file} holds no anchor.`);
  return read.data.anchors;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new OperatorProblem(`${file} cannot be read.`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notACopy(file: string): OperatorProblem {
  return new OperatorProblem(`${file} is no copy of the site's /open-data/audit-anchors.json.`);
}
