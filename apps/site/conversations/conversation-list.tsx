import type { ListedConversation } from '#desk/publication/publication.view.js';
import { langOf } from '../layout/citizen-text.js';
import { useName } from '../layout/department-name.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';
import type { WordKey } from '../layout/words.js';

export function ConversationList(props: {
  conversations: ListedConversation[];
  empty: WordKey;
  withDepartment?: true;
}) {
  const { say } = useVisit();
  if (props.conversations.length === 0) return <p className="govuk-body site-empty">{say(props.empty)}</p>;
  return (
    <ul className="site-list">
      {props.conversations.map((conversation) => (
        <ConversationLine key={conversation.reference} {...conversation} withDepartment={props.withDepartment} />
      ))}
    </ul>
  );
}

function ConversationLine(conversation: ListedConversation & { withDepartment?: true | undefined }) {
  const { say, link } = useVisit();
  const nameOf = useName();
  const { department, answeredAt } = conversation;
  const at = answeredAt ?? conversation.openedAt;
  const lang = langOf(conversation.language);
  return (
    <li>
      <h3 className="site-list__title">
        <a className="govuk-link" href={link(`/conversations/${conversation.reference}`)} lang={lang} dir="auto">
          {conversation.heading}
        </a>
      </h3>
      {conversation.excerpt ? (
        <p className="site-list__excerpt" lang={lang} dir="auto">
          {conversation.excerpt}
        </p>
      ) : null}
      <p className="site-list__facts">
        {conversation.withDepartment ? <span>{nameOf(department)}</span> : null}
        <span className={answeredAt ? 'site-tag site-tag--answered' : 'site-tag'}>
          {say(answeredAt ? 'conversation.answeredOn' : 'conversation.askedOn')}{' '}
          <Moment at={at} timeZone={department.timeZone} precision="day" />
        </span>
        <span className="site-reference">{conversation.reference}</span>
      </p>
    </li>
  );
}
