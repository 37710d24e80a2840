import type { ListedLetter } from '#desk/publication/public-letter.view.js';
import { langOf } from '../layout/citizen-text.js';
import { useName } from '../layout/department-name.js';
import { Moment } from '../layout/moment.js';
import { useVisit } from '../layout/visit.js';
import type { WordKey } from '../layout/words.js';
import { signedBy } from './signed-by.js';

export function LetterList({ letters, empty, heading }: { letters: ListedLetter[]; empty: WordKey; heading?: 'h2' }) {
  const { say, link } = useVisit();
  const nameOf = useName();
  const Heading = heading ?? 'h3';
  if (letters.length === 0) return <p className="govuk-body site-empty">{say(empty)}</p>;
  return (
    <ul className="site-list site-list--letters">
      {letters.map((letter) => (
        <li key={letter.reference}>
          <Heading className="site-list__title" lang={langOf(letter.language)} dir="auto">
            <a className="govuk-link" href={link(`/letters/${letter.reference}`)}>
              {letter.title}
            </a>
          </Heading>
          <p className="site-list__excerpt" lang={langOf(letter.language)} dir="auto">
            {signedBy(letter)}
          </p>
          <p className="site-list__facts">
            <span>{nameOf(letter.department)}</span>
            <Moment at={letter.publishedAt} timeZone={letter.department.timeZone} precision="day" />
          </p>
        </li>
      ))}
    </ul>
  );
}
