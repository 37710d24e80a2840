import type { PublicDepartment } from '#desk/publication/public-department.view.js';
import type { ListedLetter } from '#desk/publication/public-letter.view.js';
import type { ThreadEntry } from '#desk/publication/publication.view.js';
import { type Holding, holdingSentence } from '#domain/replies/holding-sentence.js';
import { CitizenText, langOf } from '../layout/citizen-text.js';
import { useName } from '../layout/department-name.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';
import { signedBy } from '../letters/signed-by.js';
import { Corrections } from './corrections.js';
import { EntryHead } from './entry-head.js';

interface EntryProps {
  entry: ThreadEntry;
  department: PublicDepartment;
  /** Of the page: a title that says the same is not said again. */
  heading: string;
  /** Of the conversation; null where nothing can be reported. */
  reference: string | null;
}

/** One thing that was said, in a list of them. Officers speak for their department, not under their own names. */
export function Entry({ entry, department, heading, reference }: EntryProps) {
  const { say, link } = useVisit();
  const name = useName()(department);
  if (entry.kind === 'tombstone') return <Tombstone reason={entry.reason} />;
  if (entry.kind === 'letter') return <LetterEntry letter={entry.letter} />;
  const isReply = entry.kind === 'reply';
  const who = isReply
    ? say(`conversation.${SAID[entry.replyKind]}`, { name })
    : say('conversation.wrote', { name: entry.authorName ?? say('conversation.citizen') });
  return (
    <li className={isReply ? 'site-entry site-entry--reply' : 'site-entry'}>
      <EntryHead who={who} at={entry.at} timeZone={department.timeZone} />
      {entry.kind === 'message' && entry.title && entry.title !== heading ? (
        <p className="site-entry__title" lang={langOf(entry.language)} dir="auto">
          {entry.title}
        </p>
      ) : null}
      {entry.kind === 'reply' && entry.holding ? (
        <HoldingSentence holding={entry.holding} timeZone={department.timeZone} />
      ) : null}
      {entry.body ? <CitizenText text={entry.body} language={entry.language} /> : null}
      {entry.kind === 'message' && entry.isRedacted ? (
        <p className="site-entry__note">{say('conversation.covered')}</p>
      ) : null}
      {entry.kind === 'message' && reference ? (
        <p className="site-entry__report site-noprint">
          <a className="govuk-link" href={link(`/report/${reference}/${entry.key}`)} rel="nofollow">
            {say('report.link')} <span className="govuk-visually-hidden">({who})</span>
          </a>
        </p>
      ) : null}
      {entry.kind === 'reply' ? <Corrections reply={entry} timeZone={department.timeZone} /> : null}
    </li>
  );
}

/** What the department did by it. */
const SAID = { answer: 'replied', question: 'asked', holding: 'heldOff' } as const;

function HoldingSentence({ holding, timeZone }: { holding: Holding; timeZone: string }) {
  const { language } = useVisit();
  return (
    <p className="site-entry__holding" dir="auto">
      {holdingSentence(holding, { language, timeZone })}
    </p>
  );
}

function Tombstone({ reason }: { reason: (ThreadEntry & { kind: 'tombstone' })['reason'] }) {
  const { say, language } = useVisit();
  return (
    <li className="site-entry site-entry--tombstone">
      <h3 className="site-entry__who">{say('conversation.hidden')}</h3>
      <p>{reason ? say('conversation.hiddenFor', { reason: reason[language] }) : say('conversation.hiddenPlain')}</p>
    </li>
  );
}

function LetterEntry({ letter }: { letter: ListedLetter }) {
  const { say, link } = useVisit();
  const lang = langOf(letter.language);
  return (
    <li className="site-entry site-entry--letter">
      <div className="site-entry__head">
        <h3 className="site-entry__who">{say('conversation.letterBy', { name: useName()(letter.department) })}</h3>
        <Moment at={letter.publishedAt} timeZone={letter.department.timeZone} />
      </div>
      <p className="site-entry__title" lang={lang} dir="auto">
        {letter.title}
      </p>
      <p lang={lang} dir="auto">
        {signedBy(letter)}
      </p>
      <a className="govuk-link" href={link(`/letters/${letter.reference}`)}>
        {say('conversation.readLetter')} <span className="site-reference">{letter.reference}</span>
      </a>
    </li>
  );
}
