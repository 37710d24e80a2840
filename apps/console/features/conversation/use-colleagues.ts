import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { ColleagueDraft } from '#contracts/replies.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import { actorOf, useMe } from '../../lib/session.js';
import { colleagueDraftsQuery, presenceQuery } from './draft.queries.js';

export interface Colleagues {
  /** Who writes here at this moment. */
  writing: { id: string; name: string }[];
  /** Who has words here that were not sent. */
  drafts: ColleagueDraft[];
  /** Somebody writes, and this officer has neither begun nor said that they want to. */
  isWarning: boolean;
  goOn: () => void;
}

export function useColleagues({ id, department, assignment }: ConversationView, hasBegun: boolean): Colleagues {
  const actor = actorOf(useMe());
  const facts = { departmentId: department.id, officerId: assignment?.officer.id ?? null };
  const present = useQuery(presenceQuery(id)).data?.items ?? [];
  const mayRead = mayOn(actor, 'read-drafts', facts);
  const drafts = useQuery({ ...colleagueDraftsQuery(id), enabled: mayRead }).data?.items ?? [];
  const [agreedTo, setAgreedTo] = useState<readonly string[]>([]);
  const writing = present.filter(({ doing }) => doing === 'drafting').map(({ officer }) => officer);
  return {
    writing,
    drafts,
    isWarning: !hasBegun && writing.some((officer) => !agreedTo.includes(officer.id)),
    goOn: () => setAgreedTo(writing.map((officer) => officer.id)),
  };
}
