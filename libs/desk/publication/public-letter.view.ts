import type { LetterText } from '#domain/letters/letter-text.js';
import { frozenLetter } from './frozen-letter.js';
import { departmentView, type PublicDepartment } from './public-department.view.js';
import type { LetterRow } from './public-letter.queries.js';

export interface ListedLetter {
  reference: string;
  department: PublicDepartment;
  title: string;
  signatoryName: string;
  signatoryTitle: string;
  language: string;
  publishedAt: Date;
}

export interface PublicLetter {
  reference: string;
  department: PublicDepartment;
  text: LetterText;
  language: string;
  contentHash: string;
  publishedAt: Date;
  /** Null where the public may not read what it answers. */
  conversation: string | null;
}

export function listedLetterView(row: LetterRow): ListedLetter {
  const { title, signatoryName, signatoryTitle } = frozenLetter(row);
  return {
    reference: row.reference,
    department: departmentView(row),
    title,
    signatoryName,
    signatoryTitle,
    language: row.language,
    publishedAt: row.publishedAt,
  };
}

export function letterView(row: LetterRow, conversation: string | null): PublicLetter {
  return {
    reference: row.reference,
    department: departmentView(row),
    text: frozenLetter(row),
    language: row.language,
    contentHash: row.contentHash,
    publishedAt: row.publishedAt,
    conversation,
  };
}
