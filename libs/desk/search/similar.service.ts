import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SimilarConversation, SimilarConversations } from '#contracts/search.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { wordsOf } from '#domain/search/segment.js';
import { likenessOf, type TellingWord, tellingWords } from '#domain/search/telling-words.js';
import { prepared } from '#platform/database/prepared.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { allOf } from './search.queries.js';
import {
  type CandidateRecord,
  openingOf,
  SIMILAR_CANDIDATES,
  SIMILAR_ROWS,
  type SimilarRecord,
} from './similar.queries.js';
import { WordSharesReader } from './word-shares.js';

/** So many of the rarest words are looked up, in pairs. */
const LOOKED_UP = 12;
const MOST_SHOWN = 10;
const ALIKE = 0.2;
const SHARED_SHOWN = 6;

interface Likeness {
  likeness: number;
  shared: readonly TellingWord[];
}

@Injectable()
export class SimilarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly shares: WordSharesReader,
  ) {}

  /**
   * Answered conversations that the officer may read and that share the rarest words of how this one began, most alike
   * first. Throws `not-found`.
   */
  async similarTo(actor: Actor, conversationId: string): Promise<SimilarConversations> {
    const opening = await openingOf(this.dataSource, conversationId);
    if (!opening || !mayOn(actor, 'read', opening)) {
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    }
    const telling = tellingWords(opening, await this.shares.read());
    if (telling.length < 2) return { items: [] };
    const departmentIds = await this.departments.idsOf(actor);
    const alike = await this.alike(telling, { departmentIds, conversationId });
    const records = await prepared<SimilarRecord>(this.dataSource, SIMILAR_ROWS, [departmentIds, [...alike.keys()]]);
    const items = records.flatMap((record) => {
      const found = alike.get(record.id);
      return found ? [similarView(record, found)] : [];
    });
    return { items: items.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_SHOWN) };
  }

  private async alike(
    telling: readonly TellingWord[],
    { departmentIds, conversationId }: { departmentIds: readonly string[]; conversationId: string },
  ): Promise<Map<string, Likeness>> {
    const lookedUp = telling.slice(0, LOOKED_UP);
    const wanted = lookedUp.map(({ words }) => `(${allOf(words)})`);
    const candidates = await prepared<CandidateRecord>(this.dataSource, SIMILAR_CANDIDATES, [
      departmentIds,
      pairsOf(wanted).join(' | '),
      wanted,
      conversationId,
      lookedUp.map(({ weight }) => weight),
    ]);
    const alike = new Map<string, Likeness>();
    for (const { conversationId: id, title, body } of candidates) {
      const found = likenessOf(telling, wordsOf(`${title ?? ''}\n${body}`));
      if (found.likeness >= ALIKE && found.likeness > (alike.get(id)?.likeness ?? 0)) alike.set(id, found);
    }
    return alike;
  }
}

function pairsOf(wanted: readonly string[]): string[] {
  return wanted.flatMap((one, index) => wanted.slice(index + 1).map((other) => `(${one} & ${other})`));
}

function similarView(record: SimilarRecord, { likeness, shared }: Likeness): SimilarConversation {
  return {
    conversationId: record.id,
    reference: record.reference,
    title: record.title,
    excerpt: record.excerpt,
    language: record.language,
    department: {
      id: record.departmentId,
      slug: record.departmentSlug,
      name: { en: record.departmentNameEn, zh: record.departmentNameZh },
    },
    answer: {
      kind: record.answerKind,
      id: record.answerId,
      body: record.answerBody,
      officerName: record.officerName,
      at: record.answeredAt.toISOString(),
    },
    likeness,
    sharedWords: shared.slice(0, SHARED_SHOWN).map(({ text }) => text),
  };
}
