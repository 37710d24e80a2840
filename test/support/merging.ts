import { randomUUID } from 'node:crypto';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { InboxPage } from '#contracts/inbox.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { type OfficerClient, type PostedMessage, postAccepted } from './clients.js';
import type { TestDesk } from './desk.js';

/** What officers do with several conversations of one department, in the words of a spec. */
export class MergingDesk {
  constructor(
    private readonly desk: TestDesk,
    private readonly given: { key: string; department: Department; lead: OfficerClient },
  ) {}

  /** A screened message of a citizen that opened a conversation; its id. */
  async received(message: Partial<PostedMessage> = {}): Promise<string> {
    const { key, department } = this.given;
    const { conversationId } = await postAccepted(this.desk.api, key, { department: department.slug, ...message });
    await this.desk.drain();
    return conversationId;
  }

  /** A further message in answer to the one with the external id. */
  async followUp(inReplyTo: string, message: Partial<PostedMessage> = {}) {
    const { key, department } = this.given;
    const further = { department: department.slug, externalId: randomUUID(), inReplyTo, ...message };
    const accepted = await postAccepted(this.desk.api, key, further);
    await this.desk.drain();
    return accepted;
  }

  async read(id: string, as: OfficerClient = this.given.lead): Promise<ConversationView> {
    const { status, body } = await as.get(`/api/conversations/${id}`);
    if (status !== 200) throw new Error(`reading answered ${status}: ${JSON.stringify(body)}`);
    return body as ConversationView;
  }

  async history(id: string, as: OfficerClient = this.given.lead): Promise<HistoryEntry[]> {
    const { body } = await as.get(`/api/conversations/${id}/events`);
    return (body as { items: HistoryEntry[] }).items;
  }

  /** The ids of what a list shows. */
  async listed(query: string, as: OfficerClient = this.given.lead): Promise<string[]> {
    const { body } = await as.get(`/api/inbox?limit=100&${query}`);
    return (body as InboxPage).items.map((row) => row.id);
  }

  async act(as: OfficerClient, id: string, verb: string, more: object = {}) {
    const { version } = await this.read(id);
    const answer = await as.send('POST', `/api/conversations/${id}/${verb}`, { version, ...more });
    await this.desk.drain();
    return answer;
  }

  async merge(as: OfficerClient, id: string, intoId: string, more: object = {}) {
    const { version: intoVersion } = await this.read(intoId);
    return this.act(as, id, 'merge', { intoId, intoVersion, ...more });
  }

  async reply(as: OfficerClient, id: string, body: string) {
    return this.act(as, id, 'replies', { replyId: randomUUID(), body });
  }
}
