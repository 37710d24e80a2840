import { Appeal } from './entities/appeal.entity.js';
import { AppealEntry } from './entities/appeal-entry.entity.js';
import { Assignment } from './entities/assignment.entity.js';
import { Calendar } from './entities/calendar.entity.js';
import { CalendarAssignment } from './entities/calendar-assignment.entity.js';
import { CalendarVersion } from './entities/calendar-version.entity.js';
import { CannedReply } from './entities/canned-reply.entity.js';
import { Channel } from './entities/channel.entity.js';
import { ChannelKey } from './entities/channel-key.entity.js';
import { Citizen } from './entities/citizen.entity.js';
import { Conversation } from './entities/conversation.entity.js';
import { ConversationEvent } from './entities/conversation-event.entity.js';
import { ConversationMerge } from './entities/conversation-merge.entity.js';
import { Deadline } from './entities/deadline.entity.js';
import { DeadlinePolicyVersion } from './entities/deadline-policy-version.entity.js';
import { Department } from './entities/department.entity.js';
import { Digest } from './entities/digest.entity.js';
import { HideProposal } from './entities/hide-proposal.entity.js';
import { Letter } from './entities/letter.entity.js';
import { LetterVersion } from './entities/letter-version.entity.js';
import { Message } from './entities/message.entity.js';
import { ModerationDecision } from './entities/moderation-decision.entity.js';
import { ModerationReasonRow } from './entities/moderation-reason.entity.js';
import { Note } from './entities/note.entity.js';
import { Officer } from './entities/officer.entity.js';
import { Official } from './entities/official.entity.js';
import { Reply } from './entities/reply.entity.js';
import { ReplyCorrection } from './entities/reply-correction.entity.js';
import { ReplyDraft } from './entities/reply-draft.entity.js';
import { Report } from './entities/report.entity.js';
import { ReportMail } from './entities/report-mail.entity.js';
import { RoleGrantRow } from './entities/role-grant.entity.js';
import { SavedView } from './entities/saved-view.entity.js';
import { ScreeningPolicyVersion } from './entities/screening-policy-version.entity.js';
import { SealedOriginal } from './entities/sealed-original.entity.js';
import { Session } from './entities/session.entity.js';
import { Tag } from './entities/tag.entity.js';
import { UndeliveredEvent } from './entities/undelivered-event.entity.js';

export const ENTITIES = [
  Assignment,
  CalendarAssignment,
  CalendarVersion,
  Calendar,
  CannedReply,
  ChannelKey,
  Channel,
  Citizen,
  ConversationEvent,
  ConversationMerge,
  Conversation,
  DeadlinePolicyVersion,
  Deadline,
  Department,
  Digest,
  Appeal,
  AppealEntry,
  HideProposal,
  LetterVersion,
  Letter,
  Message,
  ModerationDecision,
  ModerationReasonRow,
  Note,
  Officer,
  Official,
  ReplyCorrection,
  ReplyDraft,
  Reply,
  Report,
  ReportMail,
  RoleGrantRow,
  SavedView,
  ScreeningPolicyVersion,
  SealedOriginal,
  Session,
  Tag,
  UndeliveredEvent,
];
