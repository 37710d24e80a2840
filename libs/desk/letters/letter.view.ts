import type { LetterRow, LetterView } from '#contracts/letters.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { type LetterAct, letterFits } from '#domain/letters/letter.lifecycle.js';
import { mayOnLetter } from '#domain/letters/letter.permissions.js';
import type { LetterListRecord, LetterRecord, LettersMessageRecord } from './letter.queries.js';

export function letterRowView(record: LetterListRecord): LetterRow {
  return {
    id: record.id,
    reference: record.reference,
    version: record.version,
    status: record.status,
    title: record.title,
    department: {
      id: record.departmentId,
      slug: record.departmentSlug,
      name: { en: record.departmentNameEn, zh: record.departmentNameZh },
    },
    conversation: {
      id: record.conversationId,
      reference: record.conversationReference,
      title: record.conversationTitle,
      citizenName: record.citizenName,
    },
    authorName: record.authorName,
    updatedAt: record.updatedAt.toISOString(),
  };
}

export function letterView(
  record: LetterRecord,
  messages: readonly LettersMessageRecord[],
  context: { actor: Actor; siteUrl: string },
): LetterView {
  const { department, conversation } = letterRowView(record);
  return {
    id: record.id,
    reference: record.reference,
    version: record.version,
    status: record.status,
    department: {
      ...department,
      timeZone: record.departmentTimeZone,
      answerWithinHours: record.answerWithinHours,
    },
    conversation: {
      ...conversation,
      messages: messages.map(({ id, body, postedAt }) => ({ id, body, postedAt: postedAt.toISOString() })),
    },
    text: {
      title: record.title,
      salutation: record.salutation,
      body: record.body,
      officialId: record.officialId,
    },
    signatory: signatoryView(record),
    author: { id: record.authorId, name: record.authorName },
    submission: submissionView(record),
    returned: returnedView(record),
    publishedAt: record.publishedAt?.toISOString() ?? null,
    publicUrl: record.publishedAt ? `${context.siteUrl.replace(/\/$/, '')}/letters/${record.reference}` : null,
    may: mayView(record, context.actor),
  };
}

function signatoryView(record: LetterRecord): LetterView['signatory'] {
  const { officialNameEn, officialNameZh, officialTitleEn, officialTitleZh } = record;
  if (officialNameEn === null || officialNameZh === null) return null;
  return {
    name: { en: officialNameEn, zh: officialNameZh },
    title: { en: officialTitleEn ?? '', zh: officialTitleZh ?? '' },
  };
}

function submissionView(record: LetterRecord): LetterView['submission'] {
  const { number, contentHash, submittedBy, submittedAt, approvedBy, approvedAt } = record;
  if (number === null || contentHash === null || submittedBy === null || submittedAt === null) return null;
  return {
    number,
    contentHash,
    submittedBy,
    submittedAt: submittedAt.toISOString(),
    approvedBy,
    approvedAt: approvedAt?.toISOString() ?? null,
  };
}

function returnedView({ returnedNote, returnedBy, returnedAt }: LetterRecord): LetterView['returned'] {
  if (returnedNote === null || returnedBy === null || returnedAt === null) return null;
  return { note: returnedNote, byName: returnedBy, at: returnedAt.toISOString() };
}

/** Permission and state together: what the button would be answered. */
function mayView(record: LetterRecord, actor: Actor): LetterView['may'] {
  const isHere = record.conversationDepartmentId === record.departmentId;
  const may = (act: LetterAct) => isHere && mayOnLetter(actor, act, record) && letterFits(record.status, act);
  return {
    edit: may('edit'),
    submit: may('submit'),
    return: may('return'),
    approve: may('approve'),
    publish: may('publish'),
  };
}
