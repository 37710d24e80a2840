import { useVisit } from '../layout/visit.js';
import type { WordKey } from '../layout/words.js';

/** What has just been done: a first message, a further one, the same form once more, an appeal, an answer about it. */
export const NEWS = ['sent', 'further', 'again', 'appealed', 'answered'] as const;
export type News = (typeof NEWS)[number];

const HEADING: Record<News, WordKey> = {
  sent: 'track.sent',
  further: 'track.further',
  again: 'track.again',
  appealed: 'track.appealed',
  answered: 'track.answeredAppeal',
};
const TEXT: Partial<Record<News, WordKey>> = {
  again: 'track.againText',
  appealed: 'track.appealedText',
  answered: 'track.answeredAppealText',
};

export function Arrived({ news, reference }: { news: News; reference: string }) {
  const { say } = useVisit();
  const text = TEXT[news];
  return (
    <div className="site-arrived" role="status">
      <h2>{say(HEADING[news])}</h2>
      {text ? (
        <p>{say(text)}</p>
      ) : (
        <p>
          {say('track.sentText')} <strong className="site-reference">{reference}</strong>
        </p>
      )}
    </div>
  );
}

export function KeepLink({ url }: { url: string }) {
  const { say } = useVisit();
  return (
    <aside className="site-keep" aria-labelledby="keep">
      <h2 id="keep">{say('track.keep')}</h2>
      <p>{say('track.keepText')}</p>
      <p>
        <code className="site-copy site-mono">{url}</code>
      </p>
    </aside>
  );
}

/** Before everything else on the page: somebody may need a person now, and not an answer next week. */
export function Helpline({ words }: { words: { en: string; zh: string } }) {
  const { say, language } = useVisit();
  return (
    <section className="site-helpline" aria-labelledby="helpline">
      <h2 id="helpline">{say('track.helpline')}</h2>
      <p>{words[language]}</p>
      <p>{say('track.helplineText')}</p>
    </section>
  );
}

/** What could not be taken any more, so that nobody loses what they wrote. */
export function Unsent({ words }: { words: string }) {
  const { say } = useVisit();
  return (
    <aside className="site-keep" aria-labelledby="unsent">
      <h2 id="unsent">{say('appeal.unsent')}</h2>
      <p className="site-appeal__words" dir="auto">
        {words}
      </p>
    </aside>
  );
}
