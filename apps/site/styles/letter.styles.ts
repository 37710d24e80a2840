import { SERIF } from './fonts.js';

export const LETTER_STYLES = `
.site-desk { background: #e9eeeb; margin: -32px 0 -56px; padding: 24px 0 48px; }
.site-letter { font-family: ${SERIF}; background: #fff; max-width: 780px; margin: 0 auto; padding: 32px 20px 28px; box-sizing: border-box; box-shadow: 0 1px 2px rgb(0 0 0 / 15%), 0 8px 28px rgb(11 92 85 / 12%); color: #1b1b1b; }
.site-letter__head { text-align: center; border-bottom: 3px double var(--pine); padding-bottom: 18px; margin-bottom: 22px; }
.site-letter__department { margin: 0 0 4px; font-size: 1.625rem; line-height: 1.35; color: var(--pine-deep); font-weight: 700; letter-spacing: 0.02em; overflow-wrap: anywhere; }
.site-letter__kind { margin: 0; letter-spacing: 0.18em; font-size: 1rem; color: var(--dim); }
.site-letter__facts { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; margin: 0 0 30px; font-size: 1rem; color: #3a4541; }
.site-letter__facts div { display: flex; gap: 0.5em; }
.site-letter__facts dt, .site-letter__facts dd { margin: 0; }
.site-letter h1 { font-size: 1.625rem; line-height: 1.35; margin: 0 0 26px; text-align: center; text-wrap: balance; overflow-wrap: anywhere; }
.site-letter__salutation { font-size: 1.1875rem; line-height: 1.7; margin: 0 0 1em; overflow-wrap: anywhere; }
.site-letter .site-text { font-size: 1.1875rem; line-height: 1.75; }
.site-letter .site-text:lang(zh) p { text-indent: 2em; }
.site-letter__signature { margin: 40px 0 0; text-align: end; break-inside: avoid; overflow-wrap: anywhere; }
.site-letter__signature p { margin: 0; line-height: 1.6; }
.site-letter__name { font-size: 1.375rem; font-weight: 700; }
.site-letter__title { font-size: 1.0625rem; }
.site-letter__foot { margin: 44px 0 0; padding: 14px 0 0; border-top: 1px solid var(--line); font-size: 0.875rem; line-height: 1.6; color: var(--dim); }
.site-letter__foot p { margin: 0; }
.site-letter__hash { overflow-wrap: anywhere; }
.site-letter__after { max-width: 780px; margin: 24px auto 0; }
@media (min-width: 48em) {
  .site-desk { margin: -48px 0 -80px; padding: 44px 0 72px; }
  .site-letter { padding: 64px 84px 44px; }
  .site-letter__department { font-size: 2rem; }
  .site-letter h1 { font-size: 1.875rem; }
}
@media print {
  .site-desk { background: none; margin: 0; padding: 0; }
  .site-desk .site-width { max-width: none; padding: 0; }
  .site-letter { box-shadow: none; padding: 0; max-width: none; font-size: 11.5pt; }
  .site-letter .site-text, .site-letter__salutation { font-size: 11.5pt; }
  .site-letter .site-text p { orphans: 3; widows: 3; }
  .site-letter__after { display: none; }
  body:has(.site-letter) .site-header { display: none; }
  @page { margin: 22mm 20mm; }
}
`;
