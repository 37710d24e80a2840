import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createContext, useContext } from 'react';
import { isLanguage, LANGUAGES, type Language, preferredLanguage } from './language.js';
import { type Say, sayIn } from './words.js';

/** One request for a page, as the page needs to know it. */
export interface Visit {
  language: Language;
  say: Say;
  /** The path without the query. */
  path: string;
  /** A link within the site: it keeps a language that was chosen by hand. */
  link(path: string, query?: Record<string, string>): string;
  /** This page in each language; empty after a form was sent, where a link would lose what was typed. */
  inLanguages: { language: Language; href: string }[];
}

export function visitOf(request: FastifyRequest): Visit {
  const { path, query: asked } = addressOf(request.url);
  const chosen = asked.get('lang');
  const language = isLanguage(chosen) ? chosen : preferredLanguage(request.headers['accept-language']);
  const inOther = (other: Language) => hrefOf(path, { ...Object.fromEntries(asked), lang: other });
  return {
    language,
    say: sayIn(language),
    path,
    link: (to, query = {}) => hrefOf(to, isLanguage(chosen) ? { ...query, lang: chosen } : query),
    inLanguages: request.method === 'POST' ? [] : LANGUAGES.map((other) => ({ language: other, href: inOther(other) })),
  };
}

export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext) =>
  visitOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

const VisitContext = createContext<Visit | null>(null);
export const VisitProvider = VisitContext.Provider;

export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('rendered outside of a visit');
  return visit;
}

/** As it was sent: what a URL parser makes of `//host` would lead away from the site. */
function addressOf(url: string): { path: string; query: URLSearchParams } {
  const [path = '', ...query] = url.split('?');
  return { path: `/${path.replace(/^[/\\]+/, '')}`, query: new URLSearchParams(query.join('?')) };
}

function hrefOf(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}
