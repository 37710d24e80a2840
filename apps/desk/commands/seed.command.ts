import { seedDemo } from '#desk/directory/demo.js';
import type { DeskCommand } from '../desk-command.js';
import { withDatabase } from '../infrastructure/database-for-command.js';
import { say } from '../launcher/progress.js';

export const command: DeskCommand = {
  name: 'seed',
  usage: 'seed',
  summary: 'lays out the demo directory and its dialogues in a desk that has no officers yet',
  run: () =>
    withDatabase(async (databaseUrl) => {
      const { seeded, signIns } = await seedDemo(databaseUrl);
      say(
        seeded
          ? 'The demo directory and its dialogues are laid out.'
          : 'There are officers already: nothing was changed.',
      );
      if (signIns.length > 0) say('\nDemo sign-ins:');
      for (const { email, password, name, roles } of signIns) {
        say(`  ${email.padEnd(32)}${password.padEnd(18)}${name.padEnd(24)}${roles.join(', ')}`);
      }
      return 0;
    }),
};
