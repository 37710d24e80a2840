import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Acted } from '#contracts/conversations.http.js';
import type { ActedPair } from '#contracts/merging.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { type MergeOrder, merge, type Pair } from './merge.js';
import { type SplitOrder, split } from './split.js';
import { type UnmergeOrder, unmerge } from './unmerge.js';

/** Which messages are one matter, decided by a person. Each act: lock both, decide, write and record. */
@Injectable()
export class MergingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  merge(actor: Actor, order: MergeOrder): Promise<ActedPair> {
    return this.act((tx, at) => merge(tx, order, { actor, at }));
  }

  unmerge(actor: Actor, order: UnmergeOrder): Promise<ActedPair> {
    return this.act((tx, at) => unmerge(tx, order, { actor, at }));
  }

  /** Answers with the new conversation, and the one from which it came as the other. */
  split(actor: Actor, order: SplitOrder): Promise<ActedPair> {
    return this.act((tx, at) => split(tx, order, { actor, at }));
  }

  private async act(verb: (tx: Tx, at: Date) => Promise<Pair>): Promise<ActedPair> {
    const { conversation, other } = await transaction(this.dataSource, (tx) => verb(tx, this.clock.now()));
    this.nudge.nudge();
    return { conversation: acted(conversation), other: acted(other) };
  }
}

function acted({ id, status, version }: Conversation): Acted {
  return { id, status, version };
}
