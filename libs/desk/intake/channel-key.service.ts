import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Channel } from '#database/entities/channel.entity.js';
import { ChannelKey } from '#database/entities/channel-key.entity.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';

const FRESH_MS = 5_000;

interface Known {
  channelId: string;
  readAt: number;
}

/** Keys of channel partners: 256 random bits, so that a plain SHA-256 of them is safe to keep. */
@Injectable()
export class ChannelKeyService {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The key in clear, shown this once. Throws `not-found` for an unknown channel. */
  async create(channelSlug: string, label: string): Promise<string> {
    const channel = await this.dataSource.getRepository(Channel).findOneBy({ slug: channelSlug });
    if (!channel) throw new Refusal('not-found', { detail: `There is no channel "${channelSlug}".` });
    const key = `ak_${randomBytes(32).toString('base64url')}`;
    await this.dataSource.getRepository(ChannelKey).insert({
      id: uuidv7(),
      channelId: channel.id,
      keyHash: hashOf(key),
      label,
      createdAt: this.clock.now(),
      revokedAt: null,
    });
    return key;
  }

  /** The channel's id for a key in clear; a revoked key stops working within five seconds. Throws `unauthenticated`. */
  async channelOf(key: string): Promise<string> {
    const hash = hashOf(key);
    const cached = this.known.get(hash.toString('base64'));
    if (cached && performance.now() - cached.readAt < FRESH_MS) return cached.channelId;
    const row = await this.dataSource.getRepository(ChannelKey).findOneBy({ keyHash: hash, revokedAt: IsNull() });
    if (!row) throw new Refusal('unauthenticated', { detail: 'The channel key is missing, wrong or revoked.' });
    this.known.set(hash.toString('base64'), { channelId: row.channelId, readAt: performance.now() });
    return row.channelId;
  }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
