import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Accepted, type IncomingMessage, messageSchema } from '#contracts/intake.http.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { invalidInput } from '#platform/http/validation.js';
import { currentRequestId } from '#platform/log/request-context.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { DepartmentDirectory } from './department-directory.js';
import type { ReceiveCommand } from './intake.types.js';
import { joinConversation } from './join-conversation.js';
import { type Received, receiveMessages } from './receive-messages.js';

/** How far a partner's clock may run ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;
/** Messages that come in live; history is imported. */
const EARLIEST = new Date('2000-01-01T00:00:00Z');
/** Messages in one commit, and commits under way at a time. */
const SHARED = { most: 128, lanes: 2 };

export interface Origin {
  channelId: string;
  /** SHA-256 of the tracking link's token, for channels that show one. */
  trackingHash?: Buffer;
}

/** Where every message comes in, whichever the channel. */
@Injectable()
export class IntakeService {
  private readonly shared: SharedCommit<ReceiveCommand, Received>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: DepartmentDirectory,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    private readonly metrics: Metrics,
  ) {
    this.shared = new SharedCommit({ ...SHARED, together: (commands) => receiveMessages(dataSource, commands) });
  }

  /**
   * Stores a message once and answers with its conversation; the same (channel, external id) again is answered with the
   * same ids. It is committed when this returns. Throws `invalid` with the fields; then nothing is stored.
   */
  async receive(origin: Origin, message: IncomingMessage): Promise<Accepted> {
    const command = await this.commandOf(origin, message);
    const received = message.inReplyTo
      ? await joinConversation(this.dataSource, { ...command, inReplyTo: message.inReplyTo })
      : await this.shared.add(command);
    this.metrics.messagesReceived.inc({ duplicate: String(received.duplicate) });
    if (!received.duplicate) this.nudge.nudge();
    return received;
  }

  /** The same for what has not been checked yet, such as a line of a batch. */
  async receiveUnchecked(origin: Origin, value: unknown): Promise<Accepted> {
    const checked = messageSchema.safeParse(value);
    if (!checked.success) throw invalidInput(checked.error.issues);
    return this.receive(origin, checked.data);
  }

  private async commandOf(origin: Origin, message: IncomingMessage): Promise<ReceiveCommand> {
    const receivedAt = this.clock.now();
    return {
      channelId: origin.channelId,
      department: await this.directory.find(message.department),
      message,
      postedAt: postedBy(message.postedAt, receivedAt),
      receivedAt,
      trackingHash: origin.trackingHash ?? null,
      requestId: currentRequestId(),
    };
  }
}

/** The partner's time, but never after our own: a clock that runs ahead must not make an answer come before its question. */
function postedBy(given: string | undefined, receivedAt: Date): Date {
  if (given === undefined) return receivedAt;
  const postedAt = new Date(given);
  const reason = postedAt < EARLIEST ? 'must not be before the year 2000' : 'must not be in the future';
  if (postedAt >= EARLIEST && postedAt.getTime() <= receivedAt.getTime() + CLOCK_SKEW_MS) {
    return postedAt < receivedAt ? postedAt : receivedAt;
  }
  throw new Refusal('invalid', { detail: `postedAt: ${reason}`, errors: [{ field: 'postedAt', reason }] });
}
