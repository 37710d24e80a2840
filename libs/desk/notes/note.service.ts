import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Noted } from '#contracts/notes.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { Note } from '#database/entities/note.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { MENTIONS_LIMIT, mentionsIn } from '#domain/notes/mentions.js';
import { mayOnNote, mayWriteNote } from '#domain/notes/note.permissions.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import {
  assertNotMerged,
  byOfficer,
  changeConversation,
  lockConversation,
} from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';
import { notMentionable } from './mentionable.queries.js';

export interface WriteNote {
  conversationId: string;
  /** Made by the console: the same one again is the same note. */
  noteId: string;
  body: string;
}

export interface ChangeNote {
  conversationId: string;
  noteId: string;
  /** The note's own version, as the officer saw it. */
  version: number;
}

/** Remarks among colleagues. No public output reads them. */
@Injectable()
export class NoteService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** A repeated `noteId` writes nothing twice. */
  write(actor: Actor, { conversationId, noteId, body }: WriteNote): Promise<Noted> {
    return this.act(async (tx) => {
      const conversation = await lockReadable(tx, actor, conversationId);
      const earlier = await tx.findOneBy(Note, { id: noteId });
      if (earlier) return again(tx, earlier, { actor, conversation, body });
      assertNotMerged(conversation);
      const mentions = await mentionsOf(tx, body, conversation);
      const at = this.clock.now();
      const note = {
        id: noteId,
        conversationId,
        officerId: actor.officerId,
        body,
        mentions,
        version: 1,
        writtenAt: at,
      };
      await tx.insert(Note, note);
      await keepFindable(tx, 'note', [noteId]);
      const fact = { type: 'note.written', actor: byOfficer(actor), payload: { noteId, mentions }, at } as const;
      return noted(note, await changeConversation(tx, conversation, { patch: {}, fact }));
    });
  }

  /** The earlier text is kept beside the new one; only who is newly mentioned is told. */
  edit(actor: Actor, { body, ...seen }: ChangeNote & { body: string }): Promise<Noted> {
    return this.act(async (tx) => {
      const { conversation, note } = await this.lockFor(tx, actor, 'edit', seen);
      if (note.deletedAt) throw gone();
      if (note.body === body) return noted(note, conversation);
      assertSeenNote(note, seen.version);
      const mentions = await mentionsOf(tx, body, conversation);
      const at = this.clock.now();
      await tx.query(
        'INSERT INTO note_version (note_id, number, body, written_at) SELECT id, version, body, coalesce(edited_at, written_at) FROM note WHERE id = $1',
        [note.id],
      );
      const changed = { ...note, body, mentions, version: note.version + 1, editedAt: at };
      await tx.update(Note, { id: note.id }, { body, mentions, version: changed.version, editedAt: at });
      await keepFindable(tx, 'note', [note.id]);
      const newcomers = mentions.filter((officerId) => !note.mentions.includes(officerId));
      const payload = { noteId: note.id, mentions: newcomers };
      const fact = { type: 'note.edited', actor: byOfficer(actor), payload, at } as const;
      return noted(changed, await changeConversation(tx, conversation, { patch: {}, fact }));
    });
  }

  /** The words are gone for good, also the earlier ones: a note is deleted where they should not be. That it was there, and who took it out, stays. */
  delete(actor: Actor, seen: ChangeNote): Promise<Noted> {
    return this.act(async (tx) => {
      const { conversation, note } = await this.lockFor(tx, actor, 'delete', seen);
      if (note.deletedAt) return noted(note, conversation);
      assertSeenNote(note, seen.version);
      const at = this.clock.now();
      await tx.query('DELETE FROM note_version WHERE note_id = $1', [note.id]);
      const changed = { ...note, version: note.version + 1 };
      const patch = { body: '', mentions: [], version: changed.version, deletedAt: at, deletedBy: actor.officerId };
      await tx.update(Note, { id: note.id }, patch);
      await keepFindable(tx, 'note', [note.id]);
      const payload = { noteId: note.id, authorId: note.officerId };
      const fact = { type: 'note.deleted', actor: byOfficer(actor), payload, at } as const;
      return noted(changed, await changeConversation(tx, conversation, { patch: {}, fact }));
    });
  }

  private async act(verb: (tx: Tx) => Promise<Noted>): Promise<Noted> {
    const result = await transaction(this.dataSource, verb);
    this.nudge.nudge();
    return result;
  }

  private async lockFor(tx: Tx, actor: Actor, act: 'edit' | 'delete', { conversationId, noteId }: ChangeNote) {
    const conversation = await lockReadable(tx, actor, conversationId);
    const note = await tx.findOneBy(Note, { id: noteId, conversationId });
    if (!note) throw new Refusal('not-found', { detail: 'There is no such note.' });
    // Words that should not be there are taken out wherever they stand.
    if (act === 'edit') assertNotMerged(conversation);
    const facts = { departmentId: conversation.departmentId, authorId: note.officerId, writtenAt: note.writtenAt };
    if (mayOnNote(actor, act, { note: facts, now: this.clock.now() })) return { conversation, note };
    const detail = 'A note is changed by who wrote it, within a day; a supervisor may delete it at any time.';
    throw new Refusal('forbidden', { detail });
  }
}

async function lockReadable(tx: Tx, actor: Actor, id: string): Promise<Conversation> {
  const conversation = await lockConversation(tx, id);
  const isReadable = mayOn(actor, 'read', conversation) && mayWriteNote(actor, conversation.departmentId);
  if (!isReadable) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  return conversation;
}

function assertSeenNote(note: Note, version: number): void {
  if (note.version === version) return;
  throw new Refusal('stale-version', {
    detail: 'The note has changed since you looked at it.',
    current: { version: note.version },
  });
}

/** Throws `invalid` for a mention of somebody who could not read the note; `current` names whom. */
async function mentionsOf(tx: Tx, body: string, { departmentId }: Conversation): Promise<string[]> {
  const mentions = mentionsIn(body);
  if (mentions.length > MENTIONS_LIMIT) {
    throw new Refusal('invalid', {
      errors: [{ field: 'body', reason: `mentions more than ${MENTIONS_LIMIT} officers` }],
    });
  }
  const officerIds = await notMentionable(tx, mentions, departmentId);
  if (officerIds.length === 0) return mentions;
  const reason = 'mentions somebody who may not read this conversation';
  throw new Refusal('invalid', {
    detail: `The note ${reason}.`,
    errors: [{ field: 'mentions', reason }],
    current: { officerIds },
  });
}

/** A retry may come after the note was edited elsewhere: only the first text tells a retry from a clash. */
async function again(
  tx: Tx,
  earlier: Note,
  { actor, conversation, body }: { actor: Actor; conversation: Conversation; body: string },
): Promise<Noted> {
  const isOwn = earlier.conversationId === conversation.id && earlier.officerId === actor.officerId;
  // What it said first went with the rest: nobody can tell any more, and words must not be lost for it.
  if (isOwn && earlier.deletedAt) throw gone();
  if (isOwn && (await firstTextOf(tx, earlier)) === body) return noted(earlier, conversation);
  throw new Refusal('invalid', { errors: [{ field: 'noteId', reason: 'is taken' }] });
}

async function firstTextOf(tx: Tx, { id, body, version }: Note): Promise<string | undefined> {
  if (version === 1) return body;
  const [first]: { body: string }[] = await tx.query(
    'SELECT body FROM note_version WHERE note_id = $1 AND number = 1',
    [id],
  );
  return first?.body;
}

function gone(): Refusal {
  return new Refusal('wrong-state', { detail: 'The note has been deleted.' });
}

function noted({ id, version }: Pick<Note, 'id' | 'version'>, conversation: Conversation): Noted {
  return { id, version, conversationVersion: conversation.version };
}
