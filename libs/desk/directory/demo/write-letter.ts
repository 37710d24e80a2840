import { randomBytes } from 'node:crypto';
import { Letter } from '#database/entities/letter.entity.js';
import { LetterVersion } from '#database/entities/letter-version.entity.js';
import { Official } from '#database/entities/official.entity.js';
import type { Tx } from '#database/transaction.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import { guessLanguage } from '#domain/language.js';
import { canonicalLetter } from '#domain/letters/letter-text.js';
import { contentHashOf } from '../../conversations/content-hash.js';
import { demoId } from './demo-id.js';
import type { DemoLetter } from './dialogue.js';
import { type DemoFact, hoursBefore } from './history.js';
import { type AnswerPlace, officer, officerIdOf } from './write-answer.js';

/** A published open letter with the text that was approved, and the facts of its way there. */
export async function writeLetter(tx: Tx, place: AnswerPlace<DemoLetter>): Promise<DemoFact[]> {
  const { answer, conversationId } = place;
  const letterId = demoId('letter', conversationId);
  const [author, approver] = [officerIdOf(answer.author), officerIdOf(answer.approver)];
  const before = (hours: number) => hoursBefore(place.now, answer.hoursAgo + hours);
  const times = { drafted: before(21), submitted: before(5), approved: before(1.5), published: before(0) };
  const facts: DemoFact[] = [
    { type: 'letter.drafted', actor: officer(author), payload: { letterId }, letterId, at: times.drafted },
    { type: 'letter.submitted', actor: officer(author), payload: { letterId }, letterId, at: times.submitted },
    { type: 'letter.approved', actor: officer(approver), payload: { letterId }, letterId, at: times.approved },
    { type: 'letter.published', actor: officer(author), payload: { letterId }, letterId, at: times.published },
  ];
  await tx.insert(Letter, {
    id: letterId,
    reference: referenceFrom(place.department.referencePrefix, randomBytes(8)),
    conversationId,
    departmentId: place.department.id,
    authorId: author,
    officialId: demoId('official', place.department.slug),
    status: 'published',
    version: facts.length,
    title: answer.title,
    salutation: answer.salutation,
    body: answer.body,
    writerIds: [author],
    publishedAt: times.published,
    createdAt: times.drafted,
    updatedAt: times.published,
  });
  await writeFrozenText(tx, { place, letterId, times, author, approver });
  return facts;
}

async function writeFrozenText(
  tx: Tx,
  frozen: {
    place: AnswerPlace<DemoLetter>;
    letterId: string;
    times: { submitted: Date; approved: Date; published: Date };
    author: string;
    approver: string;
  },
): Promise<void> {
  const { place, letterId, times } = frozen;
  const official = await tx.findOneByOrFail(Official, { id: demoId('official', place.department.slug) });
  const language = guessLanguage(place.answer.body);
  const canonical = canonicalLetter({
    title: place.answer.title,
    salutation: place.answer.salutation,
    body: place.answer.body,
    signatoryName: language === 'zh' ? official.nameZh : official.nameEn,
    signatoryTitle: language === 'zh' ? official.titleZh : official.titleEn,
  });
  await tx.insert(LetterVersion, {
    id: demoId('letter version', letterId),
    letterId,
    number: 1,
    canonical,
    contentHash: contentHashOf(canonical),
    language,
    submittedBy: frozen.author,
    submittedAt: times.submitted,
    approvedBy: frozen.approver,
    approvedAt: times.approved,
    publishedAt: times.published,
  });
}
