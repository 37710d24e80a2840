import { citizensTexts } from './citizens-text.js';
import { requestBytes } from './request.js';

const DIFFERENT_TEXTS = 2_000;

export interface CitizensMessage {
  externalId: string;
  request: Buffer;
}

/** Requests to POST /api/messages, each by a citizen of its own: the most that one message can be. */
export class CitizensMessages {
  private readonly texts = citizensTexts(DIFFERENT_TEXTS).map((text) => JSON.stringify(text));
  private serial = 0;

  constructor(private readonly to: { departments: readonly string[]; headers?: Record<string, string> }) {}

  next(): CitizensMessage {
    this.serial += 1;
    const externalId = `message-${this.serial}`;
    const department = this.to.departments[this.serial % this.to.departments.length];
    const author = `{"externalId":"citizen-${this.serial}","name":"王芳${this.serial}"}`;
    const text = this.texts[this.serial % this.texts.length];
    const body = Buffer.from(
      `{"externalId":"${externalId}","department":"${department}","author":${author},"body":${text}}`,
    );
    const headers = { 'content-type': 'application/json', ...this.to.headers };
    return { externalId, request: requestBytes('POST /api/messages', { headers, body }) };
  }
}
