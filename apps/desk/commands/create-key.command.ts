import { ensureChannel } from '#desk/directory/ensure-channel.js';
import { setReplyLimit } from '#desk/directory/set-reply-limit.js';
import { ChannelKeyService } from '#desk/intake/channel-key.service.js';
import { Clock } from '#platform/clock.js';
import type { DeskCommand } from '../desk-command.js';
import { needed, readOptions } from '../import/command-options.js';
import { withDataSource } from '../import/with-data-source.js';
import { say } from '../launcher/progress.js';
import { OperatorProblem } from '../operator-problem.js';

const usage = 'create-key --channel SLUG [--create-channel "Name"] [--reply-limit N] [--label "For whom"]';

const options = {
  channel: { type: 'string' },
  'create-channel': { type: 'string' },
  'reply-limit': { type: 'string' },
  label: { type: 'string', default: 'made by create-key' },
} as const;

export const command: DeskCommand = {
  name: 'create-key',
  usage,
  summary: 'makes a key with which a channel partner sends messages, and shows it once',
  run: async (args) => {
    const { values } = readOptions(args, { options, usage });
    const slug = needed(values.channel, { name: '--channel', usage });
    const name = values['create-channel']?.trim();
    const limit = replyLimitIn(values['reply-limit']);
    return withDataSource(async (dataSource) => {
      if (name) {
        const { isNew } = await ensureChannel(dataSource, { slug, kind: 'api', name });
        say(isNew ? `Channel "${slug}" has been made (kind: api).` : `Channel "${slug}" was there already.`);
      }
      if (limit) await setReplyLimit(dataSource, { channel: slug, limit });
      const key = await new ChannelKeyService(dataSource, new Clock()).create(slug, values.label);
      say(`Key of channel "${slug}", shown this once: ${key}`);
      return 0;
    });
  },
};

function replyLimitIn(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (/^[1-9]\d{0,4}$/.test(given)) return Number(given);
  throw new OperatorProblem('--reply-limit is a number of characters, such as 140.');
}
