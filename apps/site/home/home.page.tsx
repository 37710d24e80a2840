import type { PromisingDepartment } from '#desk/publication/public-department.view.js';
import type { ListedLetter } from '#desk/publication/public-letter.view.js';
import type { ListedConversation } from '#desk/publication/publication.view.js';
import { ConversationList } from '../conversations/conversation-list.js';
import { DepartmentCards } from '../departments/department-cards.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { LetterList } from '../letters/letter-list.js';

interface Front {
  answered: ListedConversation[];
  letters: ListedLetter[];
  departments: PromisingDepartment[];
}

export function homePage(front: Front): Page {
  return new Page({ title: ({ say }) => say('site.centre'), content: <Home {...front} /> });
}

function Home({ answered, letters, departments }: Front) {
  const { say, link } = useVisit();
  return (
    <>
      <Hero />
      <div className="site-width">
        <HowItWorks />
        <div className="site-columns">
          <section>
            <h2 className="govuk-heading-l">{say('home.answered')}</h2>
            <ConversationList conversations={answered} empty="home.noAnswers" withDepartment />
          </section>
          <section>
            <h2 className="govuk-heading-l">{say('home.letters')}</h2>
            <LetterList letters={letters} empty="home.noLetters" />
            <p className="govuk-body">
              <a className="govuk-link" href={link('/letters')}>
                {say('home.allLetters')}
              </a>
            </p>
          </section>
        </div>
        <section>
          <h2 className="govuk-heading-l">{say('home.departments')}</h2>
          <DepartmentCards departments={departments} heading="h3" />
        </section>
      </div>
    </>
  );
}

function Hero() {
  const { say, link } = useVisit();
  return (
    <div className="site-hero">
      <div className="site-width">
        <h1 className="govuk-heading-xl">{say('home.title')}</h1>
        <p className="govuk-body-l">{say('home.lead')}</p>
        <a className="govuk-button govuk-button--start" href={link('/submit')}>
          {say('site.write')}
          <svg
            className="govuk-button__start-icon"
            width="17.5"
            height="19"
            viewBox="0 0 33 40"
            aria-hidden="true"
            focusable="false"
          >
            <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
          </svg>
        </a>
      </div>
    </div>
  );
}

function HowItWorks() {
  const { say } = useVisit();
  return (
    <section>
      <h2 className="govuk-visually-hidden">{say('home.how')}</h2>
      <ol className="site-steps">
        {(['step1', 'step2', 'step3'] as const).map((step) => (
          <li key={step}>
            <h3>{say(`home.${step}`)}</h3>
            <p>{say(`home.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
