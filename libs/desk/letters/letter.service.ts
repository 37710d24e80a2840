import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LetterView } from '#contracts/letters.http.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { draftLetter } from './draft-letter.js';
import { LetterReadingService } from './letter-reading.service.js';
import { publishLetter } from './publish-letter.js';
import { approveLetter, returnLetter } from './review-letter.js';
import { type LetterFields, saveLetter } from './save-letter.js';
import { submitLetter } from './submit-letter.js';

/** A letter as the officer was looking at it. */
export interface SeenLetter {
  letterId: string;
  version: number;
}

export interface SeenText extends SeenLetter {
  contentHash: string;
}

/**
 * The open letter's acts. Each answers with the letter as its own transaction left it: a later view could hold a
 * colleague's text under a version that the caller would then write over.
 */
@Injectable()
export class LetterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: LetterReadingService,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** The conversation's unpublished letter, or a new one. */
  draft(actor: Actor, conversationId: string): Promise<LetterView> {
    return this.act(actor, (tx, at) => draftLetter(tx, actor, { conversationId, at }));
  }

  save(actor: Actor, order: SeenLetter & { text: LetterFields }): Promise<LetterView> {
    return this.actOn(actor, order, (tx, at) => saveLetter(tx, actor, { ...order, at }));
  }

  submit(actor: Actor, order: SeenLetter): Promise<LetterView> {
    return this.actOn(actor, order, (tx, at) => submitLetter(tx, actor, { ...order, at }));
  }

  /** Back to its author with the reviewer's note. */
  returnToAuthor(actor: Actor, order: SeenLetter & { note: string }): Promise<LetterView> {
    return this.actOn(actor, order, (tx, at) => returnLetter(tx, actor, { ...order, at }));
  }

  approve(actor: Actor, order: SeenText): Promise<LetterView> {
    return this.actOn(actor, order, (tx, at) => approveLetter(tx, actor, { ...order, at }));
  }

  /** Exactly once: a second press finds it published and is refused as `wrong-state`. */
  publish(actor: Actor, order: SeenText): Promise<LetterView> {
    return this.actOn(actor, order, (tx, at) => publishLetter(tx, actor, { ...order, at }));
  }

  private actOn(actor: Actor, { letterId }: SeenLetter, act: (tx: Tx, at: Date) => Promise<void>): Promise<LetterView> {
    return this.act(actor, async (tx, at) => {
      await act(tx, at);
      return letterId;
    });
  }

  private async act(actor: Actor, act: (tx: Tx, at: Date) => Promise<string>): Promise<LetterView> {
    const view = await transaction(this.dataSource, async (tx) => {
      const letterId = await act(tx, this.clock.now());
      return this.reading.readIn(tx, actor, letterId);
    });
    this.nudge.nudge();
    return view;
  }
}
