import { randomUUID } from 'node:crypto';
import { BODY_LIMIT, TITLE_LIMIT } from '#contracts/intake.http.js';
import type { WebSubmission } from '#desk/intake/web-intake.service.js';
import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import { VISIBILITIES, type Visibility } from '#domain/moderation/visibility.js';
import { type FieldProblem, fieldOf, textProblems } from './field-problem.js';

export const NAME_LIMIT = 100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What stands in the form, as it was typed. */
export interface SubmissionForm {
  submissionId: string;
  department: string;
  name: string;
  title: string;
  body: string;
  visibility: Visibility | null;
  /** People do not see this field; programs that fill in everything do. */
  website: string;
}

export function emptySubmission(department: string): SubmissionForm {
  return { submissionId: randomUUID(), department, name: '', title: '', body: '', visibility: null, website: '' };
}

export function submissionOf(body: unknown): SubmissionForm {
  const visibility = fieldOf(body, 'visibility');
  return {
    submissionId: submissionIdOf(body),
    department: fieldOf(body, 'department'),
    name: fieldOf(body, 'name'),
    title: fieldOf(body, 'title'),
    body: fieldOf(body, 'body'),
    visibility: VISIBILITIES.find((known) => known === visibility) ?? null,
    website: fieldOf(body, 'website'),
  };
}

/** Random, or it would open somebody's tracking page: one that is not of our making is replaced. */
export function submissionIdOf(body: unknown): string {
  const given = fieldOf(body, 'submissionId');
  return UUID.test(given) ? given : randomUUID();
}

/** What can be received, or what has to be put right first, in the order of the fields. */
export function checkSubmission(
  form: SubmissionForm,
  departments: readonly PromisingDepartment[],
): { submission: WebSubmission; problems: null } | { submission: null; problems: FieldProblem[] } {
  const { submissionId, department, name, title, body, visibility } = form;
  const problems: FieldProblem[] = [
    ...unless(
      departments.some(({ slug }) => slug === department),
      'department',
      'problem.department',
    ),
    ...textProblems(name, { field: 'name', limit: NAME_LIMIT, empty: 'problem.name.empty', long: 'problem.name.long' }),
    ...textProblems(title, { field: 'title', limit: TITLE_LIMIT, long: 'problem.heading.long' }),
    ...textProblems(body, { field: 'body', limit: BODY_LIMIT, empty: 'problem.body.empty', long: 'problem.body.long' }),
    ...unless(visibility !== null, 'visibility', 'problem.visibility'),
    ...unless(form.website === '', 'website', 'problem.trap'),
  ];
  if (problems.length > 0 || visibility === null) return { submission: null, problems };
  const submission = {
    submissionId,
    department,
    name: name.trim(),
    title: title.trim() || undefined,
    body,
    visibility,
  };
  return { submission, problems: null };
}

function unless(isRight: boolean, field: string, key: FieldProblem['key']): FieldProblem[] {
  return isRight ? [] : [{ field, key }];
}
