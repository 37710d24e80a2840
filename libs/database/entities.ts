import { Assignment } from './entities/assignment.entity.js';
import { Channel } from './entities/channel.entity.js';
import { ChannelKey } from './entities/channel-key.entity.js';
import { Citizen } from './entities/citizen.entity.js';
import { Conversation } from './entities/conversation.entity.js';
import { ConversationEvent } from './entities/conversation-event.entity.js';
import { Department } from './entities/department.entity.js';
import { Letter } from './entities/letter.entity.js';
import { LetterVersion } from './entities/letter-version.entity.js';
import { Message } from './entities/message.entity.js';
import { ModerationDecision } from './entities/moderation-decision.entity.js';
import { Officer } from './entities/officer.entity.js';
import { Official } from './entities/official.entity.js';
import { Reply } from './entities/reply.entity.js';
import { RoleGrantRow } from './entities/role-grant.entity.js';
import { Session } from './entities/session.entity.js';
import { UndeliveredEvent } from './entities/undelivered-event.entity.js';

export const ENTITIES = [
  Assignment,
  ChannelKey,
  Channel,
  Citizen,
  ConversationEvent,
  Conversation,
  Department,
  LetterVersion,
  Letter,
  Message,
  ModerationDecision,
  Officer,
  Official,
  Reply,
  RoleGrantRow,
  Session,
  UndeliveredEvent,
];
