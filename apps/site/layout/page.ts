import type { ReactElement } from 'react';
import type { Visit } from './visit.js';

export interface PageContent {
  /** Without the name of the site. */
  title(visit: Visit): string;
  content: ReactElement;
  status?: number;
  /** Seconds after which it makes sense to come again, for a page that says "too many". */
  retryAfter?: number;
  /** For one reader only: never stored by a cache, never found by a search engine. */
  isPrivate?: boolean;
}

/** What a controller returns; `page.interceptor.ts` turns it into HTML. */
export class Page {
  constructor(readonly content: PageContent) {}
}

/** Instead of a page: 303 after a form, 301 for another spelling of an address, 302 while it is read elsewhere. */
export class Redirection {
  constructor(
    readonly location: string,
    readonly status: 301 | 302 | 303,
    /** Serialised: what the reader asked to be known by. */
    readonly cookie?: string,
  ) {}
}
