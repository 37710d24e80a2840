import { useVisit } from './visit.js';

/** Pages by key, not by number: what is published meanwhile does not shift them. */
export function OlderLink({ path, older, isFirst }: { path: string; older: string | null; isFirst: boolean }) {
  const { say, link } = useVisit();
  if (!older && isFirst) return null;
  return (
    <nav className="site-pages" aria-label={say('site.pages')}>
      {isFirst ? null : (
        <a className="govuk-link" href={link(path)}>
          {say('site.newest')}
        </a>
      )}
      {older ? (
        <a className="govuk-link" rel="next" href={link(path, { before: older })}>
          {say('site.older')} <span aria-hidden="true">→</span>
        </a>
      ) : null}
    </nav>
  );
}
