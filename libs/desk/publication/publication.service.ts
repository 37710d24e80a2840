import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GenuineLetters } from './genuine-letters.service.js';
import { type PromisingDepartment, promisingDepartmentView } from './public-department.view.js';
import { type LetterRow, publicLetter, publicLetters, publicReferenceOf } from './public-letter.queries.js';
import { type ListedLetter, letterView, listedLetterView, type PublicLetter } from './public-letter.view.js';
import { publicParts } from './public-parts.js';
import {
  conversationsOf,
  departmentBySlug,
  departments,
  latestAnswered,
  publicConversation,
  THREAD_LIMIT,
} from './publication.queries.js';
import {
  conversationView,
  type ListedConversation,
  listedConversationView,
  type PublicConversation,
} from './publication.view.js';

const PAGE = 20;
const FRONT_PAGE = 6;

export interface Listed<Item> {
  items: Item[];
  /** The reference from which the older ones follow; null at the end. */
  older: string | null;
}

export interface Moved {
  /** The reference under which it is read now. */
  movedTo: string;
}

export interface DepartmentPage {
  department: PromisingDepartment;
  conversations: Listed<ListedConversation>;
  letters: ListedLetter[];
}

/** What the public may read. Null where there is no such thing, or it is not public: callers cannot tell which. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly genuine: GenuineLetters,
  ) {}

  async departments(): Promise<PromisingDepartment[]> {
    return (await departments(this.dataSource)).map(promisingDepartmentView);
  }

  async latestAnswered(): Promise<ListedConversation[]> {
    const rows = await latestAnswered(this.dataSource, FRONT_PAGE);
    return rows.map(listedConversationView).filter((item) => item !== null);
  }

  async latestLetters(): Promise<ListedLetter[]> {
    const rows = await publicLetters(this.dataSource, { departmentId: null, before: null, limit: FRONT_PAGE });
    return this.listable(rows ?? []);
  }

  async department(slug: string, before: string | null): Promise<DepartmentPage | null> {
    const row = await departmentBySlug(this.dataSource, slug);
    if (!row) return null;
    const [conversations, letters] = await Promise.all([
      conversationsOf(this.dataSource, row.id, { before, limit: PAGE + 1 }),
      publicLetters(this.dataSource, { departmentId: row.id, before: null, limit: FRONT_PAGE }),
    ]);
    if (!conversations) return null;
    const page = pageOf(conversations);
    const items = page.items.map(listedConversationView).filter((item) => item !== null);
    return {
      department: promisingDepartmentView(row),
      conversations: { items, older: page.older },
      letters: this.listable(letters ?? []),
    };
  }

  /** One that is carried on in another public one is read there. */
  async conversation(reference: string): Promise<PublicConversation | Moved | null> {
    const row = await publicConversation(this.dataSource, reference);
    if (!row) return null;
    if (row.survivor) return { movedTo: row.survivor };
    const parts = await publicParts(this.dataSource, row.id);
    return conversationView(row, { ...parts, letters: this.genuine.among(parts.letters), limit: THREAD_LIMIT });
  }

  async letters(before: string | null): Promise<Listed<ListedLetter> | null> {
    const rows = await publicLetters(this.dataSource, { departmentId: null, before, limit: PAGE + 1 });
    if (!rows) return null;
    const page = pageOf(rows);
    return { items: this.listable(page.items), older: page.older };
  }

  /** Throws where the text is not the one that was approved. */
  async letter(reference: string): Promise<PublicLetter | null> {
    const row = await publicLetter(this.dataSource, reference);
    if (!row) return null;
    return letterView(row, await publicReferenceOf(this.dataSource, row.conversationId));
  }

  private listable(rows: readonly LetterRow[]): ListedLetter[] {
    return this.genuine.among(rows).map(listedLetterView);
  }
}

function pageOf<Row extends { reference: string }>(rows: readonly Row[]): Listed<Row> {
  const items = rows.slice(0, PAGE);
  return { items, older: rows.length > PAGE ? (items.at(-1)?.reference ?? null) : null };
}
