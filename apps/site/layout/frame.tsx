import { OWN_NAME, TAG } from './language.js';
import { useVisit } from './visit.js';

export function SiteHeader() {
  const { say, link } = useVisit();
  return (
    <header className="site-header">
      <div className="site-width site-header__row">
        <a className="site-header__name" href={link('/')}>
          <svg className="site-header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M4 4h24v18H15l-6 6v-6H4z" fill="currentColor" />
            <path className="site-header__tick" d="M10.5 12.8l3.8 3.6 7-7.2" />
          </svg>
          <span>{say('site.name')}</span>
          <span className="site-header__centre">{say('site.centre')}</span>
        </a>
        <LanguageSwitch />
      </div>
      <nav className="site-nav" aria-label={say('site.menu')}>
        <ul className="site-width site-nav__list">
          <NavItem path="/" label={say('site.home')} />
          <NavItem path="/departments" label={say('site.departments')} />
          <NavItem path="/letters" label={say('site.letters')} />
          <NavItem path="/performance" label={say('performance.nav')} />
          <NavItem path="/submit" label={say('site.write')} />
        </ul>
      </nav>
    </header>
  );
}

export function SiteFooter() {
  const { say, link } = useVisit();
  return (
    <footer className="site-footer">
      <div className="site-width">
        <p>{say('site.footer')}</p>
        <p>
          <a className="govuk-link" href={link('/performance')}>
            {say('performance.title')}
          </a>
        </p>
        <p>
          <a className="govuk-link" href={link('/transparency')}>
            {say('transparency.title')}
          </a>
        </p>
      </div>
    </footer>
  );
}

function NavItem({ path, label }: { path: string; label: string }) {
  const { link, path: here } = useVisit();
  return (
    <li>
      <a href={link(path)} aria-current={here === path ? 'page' : undefined}>
        {label}
      </a>
    </li>
  );
}

function LanguageSwitch() {
  const { say, language: shown, inLanguages } = useVisit();
  if (inLanguages.length === 0) return null;
  return (
    <nav className="site-languages" aria-label={say('site.language')}>
      <ul>
        {inLanguages.map(({ language, href }) => (
          <li key={language}>
            <a
              href={href}
              lang={TAG[language]}
              hrefLang={TAG[language]}
              aria-current={language === shown ? 'true' : undefined}
            >
              {OWN_NAME[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
