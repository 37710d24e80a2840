import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Channel } from '#database/entities/channel.entity.js';
import { Citizen } from '#database/entities/citizen.entity.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import type { Department } from '#database/entities/department.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import type { Official } from '#database/entities/official.entity.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import type { Actor, Role, RoleGrant } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { buildChannel, buildDepartment, buildOfficial } from './build.js';

/** A clock that stands still until it is moved. */
export class StandingClock extends Clock {
  constructor(private time = new Date('2026-03-02T08:00:00Z')) {
    super();
  }

  override now(): Date {
    return this.time;
  }

  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}

/** Rows that a spec starts from. Each is new: nothing is shared between tests. */
export class DeskRows {
  constructor(readonly dataSource: DataSource) {}

  /** One that promises nothing, unless it is said. */
  department(given: Partial<Department> = {}): Promise<Department> {
    const names = { referencePrefix: 'WATER', nameEn: 'Water', nameZh: '水务局' };
    return buildDepartment(this.dataSource, { ...names, timeZone: 'UTC', answerWithinHours: null, ...given });
  }

  official(departmentId: string, given: Partial<Official> = {}): Promise<Official> {
    return buildOfficial(this.dataSource, { id: departmentId }, { nameEn: 'Zhao Min', nameZh: '赵敏', ...given });
  }

  /** An officer with these roles in one department, or an administrator of the desk where it is null. */
  async officer(departmentId: string | null, roles: readonly Role[], given: Partial<Officer> = {}): Promise<Actor> {
    const id = uuidv7();
    await this.dataSource.manager.insert(Officer, {
      id,
      email: `${id}@desk.example`,
      name: 'Li Na',
      passwordHash: 'none',
      createdAt: new Date(),
      ...given,
    });
    const grants: RoleGrant[] = roles.map((role) => ({ role, departmentId }));
    await this.dataSource.manager.insert(
      RoleGrantRow,
      grants.map((grant) => ({ officerId: id, ...grant })),
    );
    return { officerId: id, grants };
  }

  channel(given: Partial<Channel> = {}): Promise<Channel> {
    return buildChannel(this.dataSource, { kind: 'web', name: 'Web form', ...given });
  }

  /** A queued conversation, whose only message is visible to everyone. */
  async conversation(
    given: Partial<Conversation> & { departmentId: string },
    { citizenName = 'Wang Fang', ...message }: Partial<Message> & { citizenName?: string } = {},
  ): Promise<Conversation> {
    const openedAt = given.openedAt ?? new Date('2026-03-01T08:00:00Z');
    const channelId = given.channelId ?? (await this.channel()).id;
    const citizen = { id: uuidv7(), channelId, externalId: uuidv7(), name: citizenName, createdAt: openedAt };
    const conversation: Conversation = {
      id: uuidv7(),
      reference: referenceFrom('WATER', randomBytes(8)),
      channelId,
      citizenId: citizen.id,
      status: 'queued',
      officerId: null,
      title: 'No water since Monday',
      excerpt: 'There is no water in our street.',
      language: 'en',
      version: 1,
      trackingHash: null,
      openedAt,
      lastMessageAt: openedAt,
      waitingSince: openedAt,
      askedAt: null,
      classCode: null,
      answerDueAt: null,
      priority: 'normal',
      escalatedAt: null,
      firstAnsweredAt: null,
      mergedIntoId: null,
      splitFromId: null,
      snoozedUntil: null,
      snoozedUntilMessage: false,
      tagIds: [],
      replyLeavesAt: null,
      ...given,
    };
    await this.dataSource.manager.insert(Citizen, citizen);
    await this.dataSource.manager.insert(Conversation, conversation);
    await this.dataSource.manager.insert(Message, {
      id: uuidv7(),
      conversationId: conversation.id,
      channelId,
      externalId: uuidv7(),
      citizenId: citizen.id,
      authorName: citizen.name,
      title: conversation.title,
      body: 'There is no water in our street.',
      bodyDigest: randomBytes(32),
      language: conversation.language,
      visibility: 'public',
      state: 'visible',
      postedAt: openedAt,
      receivedAt: openedAt,
      ...message,
    });
    return conversation;
  }
}
