import { SANS } from './fonts.js';

export const BASE_STYLES = `
:root {
  --pine: #0b5c55;
  --pine-deep: #074a44;
  --pine-pale: #ecf6f4;
  --paper: #f6f8f6;
  --ink: #17211e;
  --dim: #4c5853;
  --line: #d3dad6;
  --warm: #fdf6e3;
  --warm-line: #b98a1d;
  --govuk-brand-colour: var(--pine);
  --govuk-text-colour: var(--ink);
  --govuk-secondary-text-colour: var(--dim);
  --govuk-template-background-colour: var(--paper);
  --govuk-border-colour: var(--line);
  --govuk-link-colour: var(--pine);
  --govuk-link-visited-colour: #4b3a86;
  --govuk-link-hover-colour: #04302c;
  --govuk-success-colour: #0b5c55;
}
html.govuk-template { background: var(--paper); overflow-wrap: break-word; }
body.govuk-template__body { background: #fff; font-family: ${SANS}; color: var(--ink); display: flex; flex-direction: column; min-height: 100vh; }
.govuk-button { background-color: var(--pine); box-shadow: 0 2px 0 #04302c; border-radius: 3px; }
.govuk-button:hover { background-color: var(--pine-deep); }
.govuk-button:focus:not(:active):not(:hover) { background-color: #fd0; }
.site-width { max-width: 1040px; margin: 0 auto; padding: 0 16px; box-sizing: border-box; width: 100%; }
.site-main { flex: 1; padding: 32px 0 56px; outline: none; }
.site-narrow > *, .site-form { max-width: 680px; }
.site-narrow > h1 { max-width: 800px; }
.govuk-heading-xl, .govuk-heading-l { text-wrap: balance; letter-spacing: -0.01em; }
.govuk-heading-xl { margin-bottom: 20px; }
:lang(zh) .govuk-heading-xl, :lang(zh) .govuk-heading-l { letter-spacing: 0; }
.site-text { font-size: 1.125rem; line-height: 1.6; overflow-wrap: anywhere; }
.site-text p { margin: 0 0 1em; white-space: pre-line; }
.site-text p:last-child { margin-bottom: 0; }
.site-text:lang(zh), .site-letter :lang(zh) { line-height: 1.85; }
.site-mono { font-family: ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }
.site-reference { font-variant-numeric: tabular-nums; letter-spacing: 0.03em; white-space: nowrap; }
.site-dim { color: var(--dim); }
.site-trap:not(.govuk-form-group--error) { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
.site-copy { display: block; padding: 10px 12px; background: #fff; border: 1px solid var(--line); border-radius: 3px; overflow-wrap: anywhere; user-select: all; }
textarea.govuk-textarea { line-height: 1.5; resize: vertical; }
@media (min-width: 48em) { .site-main { padding: 48px 0 80px; } .site-width { padding: 0 30px; } }
@media print {
  .site-header__row nav, .site-nav, .site-footer, .site-pages, .govuk-skip-link, .site-noprint { display: none !important; }
  .site-main { padding: 0; }
  a[href]::after { content: none !important; }
}
@media (forced-colors: active) { .site-card, .site-entry { border: 1px solid; } }
`;
