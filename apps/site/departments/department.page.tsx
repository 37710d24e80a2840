import type { DepartmentPage } from '#desk/publication/publication.service.js';
import { ConversationList } from '../conversations/conversation-list.js';
import { nameIn, useName } from '../layout/department-name.js';
import { OlderLink } from '../layout/older-link.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { LetterList } from '../letters/letter-list.js';
import { promiseOf } from './department-promise.js';

export function departmentPage(page: DepartmentPage, isFirst: boolean): Page {
  return new Page({
    title: ({ language }) => nameIn(language, page.department),
    content: <Department {...page} isFirst={isFirst} />,
  });
}

function Department({ department, conversations, letters, isFirst }: DepartmentPage & { isFirst: boolean }) {
  const { say, link } = useVisit();
  const path = `/departments/${department.slug}`;
  return (
    <div className="site-width">
      <h1 className="govuk-heading-xl">{useName()(department)}</h1>
      <p className="govuk-body-l">{promiseOf(department, say)}</p>
      <a className="govuk-button site-noprint" href={link('/submit', { department: department.slug })}>
        {say('departments.write')}
      </a>
      <div className="site-columns">
        <section>
          <h2 className="govuk-heading-l">{say('departments.conversations')}</h2>
          <ConversationList conversations={conversations.items} empty="departments.noConversations" />
          <OlderLink path={path} older={conversations.older} isFirst={isFirst} />
        </section>
        <section>
          <h2 className="govuk-heading-l">{say('departments.letters')}</h2>
          <LetterList letters={letters} empty="departments.noLetters" />
        </section>
      </div>
    </div>
  );
}
