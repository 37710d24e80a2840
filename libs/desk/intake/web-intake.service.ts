import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Accepted, IncomingMessage } from '#contracts/intake.http.js';
import { Channel } from '#database/entities/channel.entity.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { Refusal } from '#domain/refusal.js';
import { IntakeService } from './intake.service.js';

/** The slug of the press centre's own form; the directory's seed brings the channel. */
export const WEB_CHANNEL = 'web';

export interface WebSubmission {
  /** Made by the form page, 128 random bits or more: the same form sent twice is one message. */
  submissionId: string;
  department: string;
  name: string;
  title?: string | undefined;
  body: string;
  visibility: IncomingMessage['visibility'];
}

export interface WebAccepted extends Accepted {
  /** Opens `/track/:token`; only the citizen has it, the desk keeps its hash. */
  trackingToken: string;
}

/** Messages from the press centre's own form, and further ones from the tracking page. */
@Injectable()
export class WebIntakeService {
  private channelId: string | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly intake: IntakeService,
  ) {}

  async submit(submission: WebSubmission): Promise<WebAccepted> {
    const { submissionId, name, ...message } = submission;
    const trackingToken = trackingTokenOf(submissionId);
    const accepted = await this.intake.receiveUnchecked(
      { channelId: await this.channel(), trackingHash: trackingHashOf(trackingToken) },
      { ...message, externalId: submissionId, author: { externalId: submissionId, name } },
    );
    return { ...accepted, trackingToken };
  }

  /** A further message of the same citizen in the same conversation. Throws `not-found` for a wrong token. */
  async follow(token: string, further: { submissionId: string; body: string }): Promise<Accepted> {
    const conversation = await this.dataSource
      .getRepository(Conversation)
      .findOneBy({ trackingHash: trackingHashOf(token) });
    if (!conversation) throw new Refusal('not-found');
    const opening = await this.openingOf(conversation.id);
    const [department] = await this.dataSource.query('SELECT slug FROM department WHERE id = $1', [
      conversation.departmentId,
    ]);
    const [citizen] = await this.dataSource.query('SELECT name, external_id FROM citizen WHERE id = $1', [
      conversation.citizenId,
    ]);
    return this.intake.receiveUnchecked(
      { channelId: conversation.channelId },
      {
        externalId: further.submissionId,
        department: department.slug,
        author: { externalId: citizen.external_id, name: citizen.name },
        body: further.body,
        visibility: opening.visibility,
        inReplyTo: opening.externalId,
      },
    );
  }

  private openingOf(conversationId: string): Promise<Message> {
    return this.dataSource
      .getRepository(Message)
      .findOneOrFail({ where: { conversationId }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  private async channel(): Promise<string> {
    this.channelId ??= (await this.dataSource.getRepository(Channel).findOneByOrFail({ slug: WEB_CHANNEL })).id;
    return this.channelId;
  }
}

/** The same form leads to the same tracking page, however often it is sent. */
function trackingTokenOf(submissionId: string): string {
  return createHash('sha256').update(`tracking\0${submissionId}`).digest('base64url');
}

export function trackingHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
