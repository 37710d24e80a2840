import type { PublicDepartment } from '#desk/publication/public-department.view.js';
import type { OwnMessage } from '#desk/publication/tracking.service.js';
import { EntryHead } from '../conversations/entry-head.js';
import { CitizenText, langOf } from '../layout/citizen-text.js';
import { useVisit } from '../layout/visit.js';
import type { Say } from '../layout/words.js';
import type { AppealForms } from './appeal-forms.js';
import { OwnAppealEntry } from './own-appeal.js';
import { StatementOfReasons } from './statement-of-reasons.js';

interface OwnEntryProps {
  entry: OwnMessage;
  department: PublicDepartment;
  /** Of the page: a title that says the same is not said again. */
  heading: string;
  forms: AppealForms;
}

/** A message as its author sees it: the text whatever moderation made of it, and in words what others see. */
export function OwnEntry({ entry, department, heading, forms }: OwnEntryProps) {
  const { say } = useVisit();
  const isKeptBack = entry.state !== 'visible';
  const { timeZone } = department;
  return (
    <li className="site-entry">
      <EntryHead who={say('track.you')} at={entry.at} timeZone={timeZone} />
      {entry.title && entry.title !== heading ? (
        <p className="site-entry__title" lang={langOf(entry.language)} dir="auto">
          {entry.title}
        </p>
      ) : null}
      <CitizenText text={entry.body} language={entry.language} />
      <p className={`site-entry__note${isKeptBack ? ' site-entry__note--warning' : ''}`}>{standingOf(entry, say)}</p>
      {entry.statement ? (
        <StatementOfReasons {...{ statement: entry.statement, appealable: entry.appealable, timeZone, forms }} />
      ) : null}
      {entry.appeals.map((appeal) => (
        <OwnAppealEntry key={appeal.id} {...{ appeal, timeZone, forms }} />
      ))}
    </li>
  );
}

function standingOf(entry: OwnMessage, say: Say): string {
  if (entry.state === 'screening') return say('track.screening');
  if (entry.state === 'held') return say('track.heldMessage');
  if (entry.state === 'rejected') return say('track.rejected');
  if (entry.state === 'hidden') return say('track.hidden');
  if (entry.visibility === 'department') return say('track.onlyDepartment');
  if (entry.state === 'redacted') return say('track.redacted');
  return say(entry.visibility === 'public' ? 'track.visiblePublic' : 'track.visiblePseudonym');
}
