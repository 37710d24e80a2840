import type { PageContent } from './page.js';
import { useVisit } from './visit.js';
import type { WordKey } from './words.js';

interface Wording {
  title: WordKey;
  texts: WordKey[];
}

const NOT_FOUND: Wording = { title: 'errors.notFound', texts: ['errors.notFoundText', 'errors.notFoundHint'] };
const TOO_LARGE: Wording = { title: 'errors.tooLarge', texts: ['errors.tooLargeText'] };
const INVALID: Wording = { title: 'errors.invalid', texts: ['errors.invalidText'] };
const FAILED: Wording = { title: 'errors.failed', texts: ['errors.failedText', 'errors.failedForm'] };
const UNAVAILABLE: Wording = { ...FAILED, title: 'errors.unavailable' };

export function problemPage({ status, requestId }: { status: number; requestId: string }): PageContent {
  const wording = wordingOf(status);
  return {
    title: ({ say }) => say(wording.title),
    status,
    content: <ProblemPage wording={wording} requestId={status >= 500 ? requestId : null} />,
  };
}

function ProblemPage({ wording, requestId }: { wording: Wording; requestId: string | null }) {
  const { say, link } = useVisit();
  return (
    <div className="site-width site-narrow">
      <h1 className="govuk-heading-xl">{say(wording.title)}</h1>
      {wording.texts.map((key) => (
        <p key={key} className="govuk-body-l">
          {say(key)}
        </p>
      ))}
      {requestId ? <p className="govuk-body">{say('errors.requestId', { id: requestId })}</p> : null}
      <p className="govuk-body">
        <a className="govuk-link" href={link('/')}>
          {say('errors.goHome')}
        </a>
      </p>
    </div>
  );
}

function wordingOf(status: number): Wording {
  if (status === 404) return NOT_FOUND;
  if (status === 413) return TOO_LARGE;
  if (status === 503) return UNAVAILABLE;
  return status < 500 ? INVALID : FAILED;
}
