import { randomUUID } from 'node:crypto';
import type { MarkedRead, NotificationCount, NotificationPage } from '#contracts/notifications.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { mentionOf } from '#domain/notes/mentions.js';
import { buildChannel, buildDepartment, buildOfficer } from './build.js';
import { type OfficerClient, postAccepted, signIn } from './clients.js';
import { startDesk, type TestDesk } from './desk.js';

interface Place {
  desk: TestDesk;
  department: Department;
  key: string;
}

interface Staff {
  ana: Officer;
  bo: Officer;
  asAna: OfficerClient;
  asBo: OfficerClient;
  asLead: OfficerClient;
}

export type NotifiedDesk = Awaited<ReturnType<typeof startNotifiedDesk>>;

/** A department whose every test has new officers, and one conversation at hand. */
export async function startNotifiedDesk() {
  const desk = await startDesk();
  const department = await buildDepartment(desk.dataSource);
  const elsewhere = await buildDepartment(desk.dataSource);
  const { key } = await buildChannel(desk.dataSource);
  const newStaff = async () => {
    const here = new Notified({ desk, department, key }, await staffOf(desk, department));
    await here.opened();
    return here;
  };
  return { desk, elsewhere, newStaff };
}

async function staffOf({ dataSource, api }: TestDesk, department: Department): Promise<Staff> {
  const ana = await buildOfficer(dataSource, { department, isAvailable: false });
  const bo = await buildOfficer(dataSource, { department, isAvailable: false });
  const lead = await buildOfficer(dataSource, { department, roles: ['supervisor'] });
  const [asAna, asBo, asLead] = [
    await signIn(api, ana.email),
    await signIn(api, bo.email),
    await signIn(api, lead.email),
  ];
  return { ana, bo, asAna, asBo, asLead };
}

/** What happens to the conversation at hand, and what the officers are told of it. */
export class Notified {
  /** Of the conversation at hand. */
  id = '';
  private externalId = '';

  constructor(
    private readonly place: Place,
    readonly staff: Staff,
  ) {}

  async opened(): Promise<void> {
    const { desk, department, key } = this.place;
    this.externalId = randomUUID();
    const message = { department: department.slug, externalId: this.externalId };
    ({ conversationId: this.id } = await postAccepted(desk.api, key, message));
    await desk.drain();
  }

  async version(): Promise<number> {
    const { body } = await this.staff.asLead.get(`/api/conversations/${this.id}`);
    return (body as { version: number }).version;
  }

  async act(client: OfficerClient, verb: string, more: object = {}): Promise<void> {
    const order = { version: await this.version(), ...more };
    const answer = await client.send('POST', `/api/conversations/${this.id}/${verb}`, order);
    if (answer.status >= 300) throw new Error(`${verb} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await this.place.desk.drain();
  }

  /** Answers the id of the note that mentions the officer. */
  async mention(client: OfficerClient, officer: Officer): Promise<string> {
    const note = { noteId: randomUUID(), body: `${mentionOf(officer.id)} please look` };
    const { status } = await client.send('POST', `/api/conversations/${this.id}/notes`, note);
    if (status !== 201) throw new Error(`the note was answered ${status}`);
    await this.place.desk.drain();
    return note.noteId;
  }

  async citizenWrites(): Promise<void> {
    const { desk, department, key } = this.place;
    await postAccepted(desk.api, key, { department: department.slug, inReplyTo: this.externalId });
    await desk.drain();
  }

  async list(client: OfficerClient, query = '') {
    return ((await client.get(`/api/notifications${query}`)).body as NotificationPage).items;
  }

  async count(client: OfficerClient) {
    return (await client.get('/api/notifications/count')).body as NotificationCount;
  }

  async marked(client: OfficerClient, what: object) {
    return (await client.send('POST', '/api/notifications/read', what)).body as MarkedRead;
  }
}
