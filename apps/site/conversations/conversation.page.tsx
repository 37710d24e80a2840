import type { PublicConversation } from '#desk/publication/publication.view.js';
import { langOf } from '../layout/citizen-text.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { ConversationFacts } from './conversation-facts.js';
import { Entry } from './thread-entry.js';

export function conversationPage(conversation: PublicConversation): Page {
  return new Page({
    title: () => `${conversation.heading} (${conversation.reference})`,
    content: <Conversation {...conversation} />,
  });
}

function Conversation(conversation: PublicConversation) {
  const { say } = useVisit();
  const { department, status } = conversation;
  return (
    <div className="site-width">
      <span className="site-caption">{say('conversation.label', { reference: conversation.reference })}</span>
      <h1 className="govuk-heading-l" lang={langOf(conversation.language)} dir="auto">
        {conversation.heading}
      </h1>
      <ConversationFacts
        reference={conversation.reference}
        department={department}
        status={say(`conversation.${status}`)}
        explanation={say(`conversation.${status}Text`)}
        isWaiting={status === 'waiting' || status === 'with-officer'}
        dueAt={conversation.answerDueAt}
        isUnsettled={conversation.isUnsettled}
        holding={conversation.holding}
        acknowledgedAt={conversation.acknowledgedAt}
      />
      <h2 className="govuk-heading-m">{say('conversation.thread')}</h2>
      <ol className="site-thread">
        {conversation.thread.map((entry) => (
          <Entry
            key={entry.key}
            entry={entry}
            department={department}
            heading={conversation.heading}
            reference={conversation.reference}
          />
        ))}
      </ol>
      {conversation.isShortened ? <p className="govuk-inset-text">{say('conversation.shortened')}</p> : null}
    </div>
  );
}
