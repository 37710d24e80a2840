import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { DraftForgettingService } from './draft-forgetting.service.js';
import { DraftReadingService } from './draft-reading.service.js';
import { ReplyService } from './reply.service.js';
import { ReplyDraftService } from './reply-draft.service.js';
import { ReplyLeavingService } from './reply-leaving.service.js';
import { UndoSettingService } from './undo-setting.service.js';

const PROVIDERS = [
  ReplyService,
  ReplyDraftService,
  DraftReadingService,
  DraftForgettingService,
  ReplyLeavingService,
  UndoSettingService,
];

@Module({ imports: [ConversationsModule], providers: PROVIDERS, exports: PROVIDERS })
export class ReplyModule {}
