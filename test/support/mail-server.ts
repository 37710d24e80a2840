import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a mail server does when a mail comes. */
type Mood = 'takes' | 'refuses' | 'takes-and-hangs-up';

export interface MailServer {
  /** What the desk is configured with. */
  env: { SMTP_URL: string; MAIL_FROM: string };
  mails: ParsedMail[];
  /** How often a mail was offered, also those that were refused. */
  offered(): number;
  become(mood: Mood): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let mood: Mood = 'takes';
  let offered = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      offered += 1;
      void simpleParser(stream).then((mail) => {
        if (mood === 'refuses') return done(Object.assign(new Error('Not now'), { responseCode: 451 }));
        mails.push(mail);
        if (mood === 'takes') return done();
        // The mail is there, but its sender never hears of it: as in a crash between the two.
        for (const connection of server.connections) Reflect.get(connection, '_socket').destroy();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'The desk <desk@city.example>' },
    mails,
    offered: () => offered,
    become: (next) => {
      mood = next;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
