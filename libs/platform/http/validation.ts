import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refusal } from '#domain/refusal.js';

interface SchemaIssue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
}

/** The field and the reason of each issue, in the words of the schema. */
export function invalidInput(issues: readonly SchemaIssue[]): Refusal {
  const errors = issues.map((issue) => ({ field: fieldOf(issue), reason: issue.message }));
  const [first] = errors;
  return new Refusal('invalid', { detail: first && `${first.field}: ${first.reason}`, errors });
}

export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: invalidInput });
}

function fieldOf(issue: SchemaIssue): string {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return path.join('.') || '(body)';
}
