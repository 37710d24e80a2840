import { SERIF } from './fonts.js';

export const THREAD_STYLES = `
.site-caption { display: block; color: var(--dim); font-size: 1.125rem; margin: 0 0 6px; }
.site-facts { display: grid; gap: 12px 40px; margin: 0 0 36px; padding: 18px 20px; background: var(--paper); border-left: 5px solid var(--pine); }
.site-facts div { min-width: 0; }
.site-facts dt { color: var(--dim); font-size: 1rem; }
.site-facts dd { margin: 2px 0 0; font-weight: 600; font-size: 1.125rem; line-height: 1.4; overflow-wrap: anywhere; }
.site-facts dd small { display: block; font-weight: 400; font-size: 1rem; color: var(--dim); }
.site-thread { list-style: none; margin: 0 0 32px; padding: 0; max-width: 800px; }
.site-entry { margin: 0 0 20px; padding: 16px 18px 18px; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
.site-entry__head { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: baseline; justify-content: space-between; margin: 0 0 10px; }
.site-entry__who { margin: 0; font-size: 1.0625rem; line-height: 1.4; overflow-wrap: anywhere; }
.site-entry time { color: var(--dim); font-size: 0.9375rem; }
.site-entry__title { margin: 0 0 8px; font-size: 1.1875rem; font-weight: 600; overflow-wrap: anywhere; line-height: 1.4; }
.site-entry__report { margin: 12px 0 0; font-size: 1rem; }
.site-entry--reply { background: var(--pine-pale); border-color: #bfdcd6; border-left: 5px solid var(--pine); }
.site-entry--letter { border-left: 5px solid var(--pine); background: linear-gradient(#fffdf7, #fffdf7); }
.site-entry--letter .site-entry__title { font-family: ${SERIF}; font-size: 1.375rem; }
.site-entry--letter p { margin: 0 0 8px; }
.site-entry--tombstone { background: #f0f2f1; border-style: dashed; color: var(--dim); }
.site-entry--tombstone p { margin: 0; line-height: 1.5; }
.site-entry__holding { margin: 0 0 10px; font-weight: 600; overflow-wrap: anywhere; line-height: 1.5; }
.site-entry__note { margin: 14px 0 0; padding: 10px 12px; background: var(--paper); border-left: 4px solid #7f8d88; font-size: 1rem; line-height: 1.5; }
.site-correction { margin: 14px 0 0; padding: 10px 12px; background: #fff; border-left: 4px solid #7f8d88; font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
.site-correction p { margin: 0; }
.site-correction summary { margin-top: 8px; color: var(--pine); text-decoration: underline; cursor: pointer; min-height: 24px; }
.site-correction blockquote { margin: 8px 0 0; padding-left: 12px; border-left: 2px solid var(--line); }
.site-entry__note--warning { background: var(--warm); border-left-color: var(--warm-line); }
.site-statement { margin: 14px 0 0; padding: 12px 14px; background: #fff; border: 1px solid var(--line); border-left: 4px solid var(--warm-line); font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
.site-statement h4 { margin: 0 0 8px; font-size: 1.0625rem; }
.site-statement dl, .site-statement dd, .site-statement p { margin: 0; }
.site-statement dt { margin-top: 8px; color: var(--dim); }
.site-statement time { color: inherit; font-size: inherit; font-weight: 600; }
.site-appeal { border-left-color: var(--pine); }
.site-appeal p { margin: 0 0 6px; }
.site-appeal__words { white-space: pre-wrap; overflow-wrap: anywhere; }
.site-appeal__entry { margin: 10px 0 0; padding-left: 12px; border-left: 2px solid var(--line); }
.site-appeal__standing { margin-top: 10px; font-weight: 600; }
.site-statement .govuk-details { margin: 12px 0 0; }
.site-statement .govuk-details__summary { font-size: 1rem; }
.site-arrived { background: var(--pine); color: #fff; padding: 22px 24px; margin: 0 0 28px; border-radius: 3px; }
.site-arrived h2 { margin: 0 0 8px; font-size: 1.5rem; line-height: 1.3; }
.site-arrived p { margin: 0; font-size: 1.125rem; line-height: 1.5; }
.site-arrived strong { font-size: 1.375rem; }
.site-helpline { border: 3px solid var(--pine); padding: 16px 20px; margin: 0 0 28px; }
.site-helpline h2 { font-size: 1.375rem; margin: 0 0 8px; line-height: 1.3; }
.site-helpline p { margin: 0 0 8px; font-size: 1.125rem; line-height: 1.5; overflow-wrap: anywhere; }
.site-helpline p:last-child { margin: 0; }
.site-keep { background: var(--warm); border-left: 5px solid var(--warm-line); padding: 16px 20px; margin: 0 0 32px; }
.site-keep h2 { font-size: 1.1875rem; margin: 0 0 6px; }
.site-keep p { margin: 0 0 10px; line-height: 1.5; }
.site-keep p:last-child { margin: 0; }
@media (min-width: 48em) { .site-facts { grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); } .site-entry { padding: 18px 22px 22px; } }
@media print { .site-entry { break-inside: avoid; } .site-keep { display: none; } }
`;
