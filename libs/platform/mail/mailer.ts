import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Runtime } from '../runtime.js';
import { RUNTIME } from '../tokens.js';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Stays the same when a mail is sent again, so that mail programs show it once. */
  messageId: string;
  /** Switches such mails off with one press (RFC 8058). */
  unsubscribeUrl: string;
  attachments?: readonly { filename: string; contentType: string; content: string }[];
}

/** A mail server that says nothing for this long is away. */
const PATIENCE_MS = 15_000;

/** Hands mails to the server of SMTP_URL, one connection at a time. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private readonly from: string;

  constructor(@Inject(RUNTIME) { config }: Runtime) {
    this.from = config.MAIL_FROM ?? '';
    this.transport = config.SMTP_URL ? transportTo(config.SMTP_URL) : null;
  }

  /** False: no mail server is configured. */
  get isOn(): boolean {
    return this.transport !== null;
  }

  /** Throws when the server did not take it. */
  async send({ unsubscribeUrl, attachments = [], ...mail }: Mail): Promise<void> {
    if (!this.transport) throw new Error('no mail server is configured');
    await this.transport.sendMail({
      ...mail,
      attachments: [...attachments],
      from: this.from,
      headers: {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function transportTo(url: string): Transporter {
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  return createTransport({ url, pool: true, maxConnections: 1, ...patience });
}

/** Why a mail was not taken, without addresses and passwords: a code such as ECONNREFUSED, or the server's number. */
export function mailProblemOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('responseCode' in error && typeof error.responseCode === 'number') return String(error.responseCode);
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
