import type { ReactNode } from 'react';
import type { PublicLetter } from '#desk/publication/public-letter.view.js';
import { CitizenText, langOf } from '../layout/citizen-text.js';
import { useName } from '../layout/department-name.js';
import { isLanguage } from '../layout/language.js';
import { Moment } from '../layout/moment.js';
import { Page } from '../layout/page.js';
import { useVisit, VisitProvider } from '../layout/visit.js';
import { sayIn } from '../layout/words.js';

export function letterPage(letter: PublicLetter): Page {
  return new Page({ title: () => `${letter.text.title} (${letter.reference})`, content: <Letter {...letter} /> });
}

function Letter(letter: PublicLetter) {
  const { text } = letter;
  const lang = langOf(letter.language);
  return (
    <div className="site-desk">
      <div className="site-width">
        <InLanguageOf letter={letter.language}>
          <article className="site-letter" lang={lang}>
            <Letterhead {...letter} />
            <h1 dir="auto">{text.title}</h1>
            {text.salutation ? (
              <p className="site-letter__salutation" dir="auto">
                {text.salutation}
              </p>
            ) : null}
            <CitizenText text={text.body} language={letter.language} />
            <div className="site-letter__signature">
              <p className="site-letter__name">{text.signatoryName}</p>
              <p className="site-letter__title">{text.signatoryTitle}</p>
            </div>
            <Fingerprint hash={letter.contentHash} />
          </article>
        </InLanguageOf>
        <AfterLetter conversation={letter.conversation} />
      </div>
    </div>
  );
}

/** A formal letter is of one piece: its head and its date speak the letter's language, whatever the reader chose. */
function InLanguageOf({ letter, children }: { letter: string; children: ReactNode }) {
  const visit = useVisit();
  const language = letter.split('-')[0];
  if (!isLanguage(language)) return children;
  return <VisitProvider value={{ ...visit, language, say: sayIn(language) }}>{children}</VisitProvider>;
}

function Letterhead({ department, reference, publishedAt }: PublicLetter) {
  const { say } = useVisit();
  return (
    <>
      <div className="site-letter__head">
        <p className="site-letter__department">{useName()(department)}</p>
        <p className="site-letter__kind">{say('letter.kind')}</p>
      </div>
      <dl className="site-letter__facts">
        <div>
          <dt>{say('letter.reference')}</dt>
          <dd className="site-reference">{reference}</dd>
        </div>
        <div>
          <dt>{say('letter.date')}</dt>
          <dd>
            <Moment at={publishedAt} timeZone={department.timeZone} precision="day" />
          </dd>
        </div>
      </dl>
    </>
  );
}

function Fingerprint({ hash }: { hash: string }) {
  const { say } = useVisit();
  return (
    <div className="site-letter__foot">
      <p>{say('letter.hash')}</p>
      <p className="site-letter__hash site-mono">{hash}</p>
    </div>
  );
}

function AfterLetter({ conversation }: { conversation: string | null }) {
  const { say, link } = useVisit();
  return (
    <div className="site-letter__after govuk-body">
      {conversation ? (
        <p className="govuk-body">
          {say('letter.answers')}{' '}
          <a className="govuk-link site-reference" href={link(`/conversations/${conversation}`)}>
            {conversation}
          </a>
        </p>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={link('/letters')}>
          {say('letter.all')}
        </a>
      </p>
    </div>
  );
}
