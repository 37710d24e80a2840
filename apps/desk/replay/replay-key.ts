import type { DataSource } from 'typeorm';
import { ChannelKey } from '#database/entities/channel-key.entity.js';
import { ensureChannel } from '#desk/directory/ensure-channel.js';
import { ChannelKeyService } from '#desk/intake/channel-key.service.js';
import { Clock } from '#platform/clock.js';
import { say } from '../launcher/progress.js';

const CHANNEL = 'replay';

/** Lends a key of the channel "replay" for the time of one run and revokes it afterwards. */
export async function withReplayKey(
  dataSource: DataSource,
  { runId, run }: { runId: string; run: (key: string) => Promise<number> },
): Promise<number> {
  await ensureChannel(dataSource, { slug: CHANNEL, kind: 'api', name: 'Replay' });
  const label = `replay ${runId} ${new Date().toISOString()}`;
  const key = await new ChannelKeyService(dataSource, new Clock()).create(CHANNEL, label);
  say(`No --key was given: a key of channel "${CHANNEL}" has been made for this run and is revoked after it.`);
  try {
    return await run(key);
  } finally {
    await dataSource.getRepository(ChannelKey).update({ label }, { revokedAt: new Date() });
  }
}
