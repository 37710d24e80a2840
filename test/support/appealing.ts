import { randomUUID } from 'node:crypto';
import type { AppealView } from '#contracts/appeals.http.js';
import { ModeratingDesk } from './moderating.js';

/** A message that was decided on, its private page, and what its author sends from there. */
export class Refused {
  private constructor(
    private readonly at: ModeratingDesk,
    readonly message: Awaited<ReturnType<ModeratingDesk['post']>>,
    readonly decisionId: string,
    readonly token: string,
  ) {}

  static async by(
    at: ModeratingDesk,
    { decision = 'hide', body = 'The director of the bath sleeps at noon.', reason = 'abuse', ...more } = {},
  ): Promise<Refused> {
    const message = await at.post({ body });
    if (decision !== 'none') await at.decide(message.messageId, { decision, reason, ...more });
    const [row]: { id: string }[] = await at.desk.dataSource.query(
      'SELECT id FROM moderation_decision WHERE message_id = $1 ORDER BY decided_at DESC, id DESC LIMIT 1',
      [message.messageId],
    );
    return new Refused(at, message, row?.id ?? '', await at.trackingToken(message.conversationId));
  }

  appeal(words: string, submissionId: string = randomUUID()) {
    const fields = { decisionId: this.decisionId, submissionId, [`appeal-${this.decisionId}`]: words };
    return this.at.sendForm(`/track/${this.token}/appeals?lang=en`, fields);
  }

  answer(appealId: string, words: string, submissionId: string = randomUUID()) {
    const fields = { submissionId, [`answer-${appealId}`]: words };
    return this.at.sendForm(`/track/${this.token}/appeals/${appealId}/answers?lang=en`, fields);
  }

  async page(language = 'en'): Promise<string> {
    return (await this.at.site(`/track/${this.token}?lang=${language}`)).text;
  }

  /** As it stands in a moderator's list; undefined where it does not. */
  async listed(as = this.at.people.second): Promise<AppealView | undefined> {
    const { items } = (await as.get('/api/moderation/appeals?limit=100')).body as { items: AppealView[] };
    return items.find(({ decision }) => decision.id === this.decisionId);
  }

  async act(verb: 'ask' | 'decide', more: object, as = this.at.people.second) {
    const appeal = await this.listed();
    const body = { version: appeal?.version, ...more };
    const answer = await as.send('POST', `/api/moderation/appeals/${appeal?.id}/${verb}`, body);
    await this.at.desk.drain();
    return answer as { status: number; body: Record<string, never> };
  }

  decide(outcome: 'upheld' | 'overturned', explanation: string, as = this.at.people.second) {
    return this.act('decide', { outcome, explanation }, as);
  }
}
