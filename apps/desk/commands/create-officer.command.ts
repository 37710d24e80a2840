import { randomBytes } from 'node:crypto';
import { createOfficer, rolesFrom } from '#desk/directory/create-officer.js';
import type { DeskCommand } from '../desk-command.js';
import { askPassword } from '../import/ask-password.js';
import { needed, readOptions } from '../import/command-options.js';
import { withDataSource } from '../import/with-data-source.js';
import { say } from '../launcher/progress.js';

const usage =
  'create-officer --email ADDRESS --name NAME --roles officer@SLUG,reviewer@SLUG,administrator [--capacity 10] [--generate-password]';

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  roles: { type: 'string' },
  capacity: { type: 'string', default: '10' },
  'generate-password': { type: 'boolean', default: false },
} as const;

export const command: DeskCommand = {
  name: 'create-officer',
  usage,
  summary: 'adds an officer; the password is asked for, piped in, or made and shown once',
  run: async (args) => {
    const { values } = readOptions(args, { options, usage });
    const email = needed(values.email, { name: '--email', usage });
    const name = needed(values.name, { name: '--name', usage });
    const roles = needed(values.roles, { name: '--roles', usage });
    return withDataSource(async (dataSource) => {
      const officer = { email, name, roles: rolesFrom(roles), capacity: Number(values.capacity) };
      const given = values['generate-password'] ? null : await askPassword();
      const password = given ?? randomBytes(12).toString('base64url');
      await createOfficer(dataSource, { ...officer, password });
      say(`${name} can sign in as ${email}.`);
      if (given === null) say(`Password, shown this once: ${password}`);
      return 0;
    });
  },
};
