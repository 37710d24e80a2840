import type { ListedLetter } from '#desk/publication/public-letter.view.js';
import type { Listed } from '#desk/publication/publication.service.js';
import { OlderLink } from '../layout/older-link.js';
import { Page } from '../layout/page.js';
import { useVisit } from '../layout/visit.js';
import { LetterList } from './letter-list.js';

export function lettersPage(letters: Listed<ListedLetter>, isFirst: boolean): Page {
  return new Page({
    title: ({ say }) => say('letters.title'),
    content: <Letters letters={letters} isFirst={isFirst} />,
  });
}

function Letters({ letters, isFirst }: { letters: Listed<ListedLetter>; isFirst: boolean }) {
  const { say } = useVisit();
  return (
    <div className="site-width site-narrow">
      <h1 className="govuk-heading-xl">{say('letters.title')}</h1>
      <p className="govuk-body-l">{say('letters.lead')}</p>
      <LetterList letters={letters.items} empty="letters.none" heading="h2" />
      <OlderLink path="/letters" older={letters.older} isFirst={isFirst} />
    </div>
  );
}
