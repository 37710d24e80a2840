import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Channel } from '#database/entities/channel.entity.js';
import { Refusal } from '#domain/refusal.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The channel of this slug, made where there is none yet. Throws `invalid` for what cannot be a slug. */
export async function ensureChannel(
  dataSource: DataSource,
  { slug, kind, name }: { slug: string; kind: Channel['kind']; name: string },
): Promise<{ channel: Channel; isNew: boolean }> {
  if (!SLUG.test(slug)) {
    const reason = 'is made of small letters, digits and single hyphens';
    throw new Refusal('invalid', { detail: `A channel's slug ${reason}.`, errors: [{ field: 'channel', reason }] });
  }
  const inserted: unknown[] = await dataSource.query(
    'INSERT INTO channel (id, slug, kind, name) VALUES ($1, $2, $3, $4) ON CONFLICT (slug) DO NOTHING RETURNING id',
    [uuidv7(), slug, kind, name],
  );
  const channel = await dataSource.getRepository(Channel).findOneByOrFail({ slug });
  return { channel, isNew: inserted.length > 0 };
}
