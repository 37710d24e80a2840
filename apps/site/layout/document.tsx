import { renderToStaticMarkup } from 'react-dom/server';
import { FAVICON, STYLES } from '../assets/assets.js';
import { SiteFooter, SiteHeader } from './frame.js';
import { TAG } from './language.js';
import type { PageContent } from './page.js';
import { type Visit, VisitProvider } from './visit.js';

/** The whole page as HTML: no script, no inline style, everything escaped by React. */
export function documentOf(page: PageContent, visit: Visit): string {
  const { say } = visit;
  const markup = renderToStaticMarkup(
    <VisitProvider value={visit}>
      <html lang={TAG[visit.language]} className="govuk-template">
        <head>
          <meta charSet="utf-8" />
          <title>{`${page.title(visit)} – ${say('site.name')}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#0b5c55" />
          {page.isPrivate || (page.status ?? 200) >= 400 ? <meta name="robots" content="noindex" /> : null}
          <link rel="icon" href={FAVICON.path} type="image/svg+xml" />
          <link rel="stylesheet" href={STYLES.path} />
          {page.isPrivate
            ? null
            : visit.inLanguages.map(({ language, href }) => (
                <link key={language} rel="alternate" hrefLang={TAG[language]} href={href} />
              ))}
        </head>
        <body className="govuk-template__body">
          <a href="#main-content" className="govuk-skip-link">
            {say('site.skip')}
          </a>
          <SiteHeader />
          <main className="site-main" id="main-content" tabIndex={-1}>
            {page.content}
          </main>
          <SiteFooter />
        </body>
      </html>
    </VisitProvider>,
  );
  return `<!doctype html>${markup}`;
}
