import type { TrackedConversation } from '#desk/publication/tracking.service.js';
import { ConversationFacts } from '../conversations/conversation-facts.js';
import { Entry } from '../conversations/thread-entry.js';
import { langOf } from '../layout/citizen-text.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import type { FieldProblem } from '../submit/field-problem.js';
import { ErrorSummary } from '../submit/form-parts.js';
import type { AppealForm } from './appeal-forms.js';
import { FurtherMessage } from './further-message.js';
import { OwnEntry } from './own-entry.js';
import { Arrived, Helpline, KeepLink, NEWS, type News, Unsent } from './track-notices.js';

export interface FurtherForm {
  submissionId: string;
  body: string;
}

export interface Tracking {
  conversation: TrackedConversation;
  token: string;
  publicUrl: string;
  form: FurtherForm;
  appealForm?: AppealForm | null;
  news?: News | null;
  problems?: FieldProblem[];
}

export function trackPage(tracking: Tracking, answer: { status?: number; retryAfter?: number } = {}): Page {
  const isWrong = (tracking.problems?.length ?? 0) > 0;
  return new Page({
    ...answer,
    title: ({ say }) => `${isWrong ? `${say('problem.prefix')} ` : ''}${say('track.title')}`,
    content: <Track {...tracking} />,
    isPrivate: true,
  });
}

export function newsOf(sent: unknown): News | null {
  if (sent === '1') return 'sent';
  return NEWS.find((news) => news === sent) ?? null;
}

function Track({ conversation, token, publicUrl, form, appealForm = null, news = null, problems = [] }: Tracking) {
  const { say, link } = useVisit();
  const { department, status, reference } = conversation;
  return (
    <div className="site-width">
      <ErrorSummary problems={problems} />
      {conversation.helpline ? <Helpline words={conversation.helpline} /> : null}
      {appealForm && problems.some(({ field }) => field === 'thread') ? <Unsent words={appealForm.body} /> : null}
      {news ? <Arrived news={news} reference={reference} /> : null}
      <span className="site-caption">{say('track.title')}</span>
      <h1 className="govuk-heading-l" lang={langOf(conversation.language)} dir="auto">
        {conversation.heading}
      </h1>
      <ConversationFacts
        reference={reference}
        department={department}
        status={say(`track.${status}`)}
        explanation={say(`track.${status}Text`)}
        isWaiting={status !== 'answered' && status !== 'closed' && status !== 'asked'}
        dueAt={conversation.answerDueAt}
        isUnsettled={conversation.isUnsettled}
        holding={conversation.holding}
        acknowledgedAt={conversation.acknowledgedAt}
      />
      {conversation.isMerged ? <p className="govuk-inset-text">{say('track.merged')}</p> : null}
      {conversation.separate.length > 0 ? (
        <p className="govuk-inset-text">
          {say('track.separate')} <span className="site-reference">{conversation.separate.join(', ')}</span>
        </p>
      ) : null}
      <KeepLink url={new URL(`/track/${token}`, publicUrl).href} />
      <h2 className="govuk-heading-m" id="thread">
        {say('conversation.thread')}
      </h2>
      <ol className="site-thread">
        {conversation.thread.map((entry) =>
          entry.kind === 'own' ? (
            <OwnEntry
              key={entry.key}
              {...{ entry, department, heading: conversation.heading }}
              forms={{ token, form: appealForm, problems }}
            />
          ) : (
            <Entry
              key={entry.key}
              entry={entry}
              department={department}
              heading={conversation.heading}
              reference={null}
            />
          ),
        )}
      </ol>
      {conversation.isShortened ? <p className="govuk-inset-text">{say('conversation.shortened')}</p> : null}
      {conversation.isPublic ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link(`/conversations/${reference}`)}>
            {say('track.publicPage')}
          </a>
        </p>
      ) : null}
      <FurtherMessage token={token} form={form} problems={problems} />
    </div>
  );
}
