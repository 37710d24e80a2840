import { SERIF } from './fonts.js';

export const LIST_STYLES = `
.site-list { margin: 0 0 24px; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.site-list > li { padding: 16px 0; border-bottom: 1px solid var(--line); }
.site-list__title { margin: 0 0 4px; font-size: 1.1875rem; line-height: 1.4; font-weight: 600; overflow-wrap: anywhere; }
.site-list__title .govuk-link, .site-card .govuk-link { font: inherit; }
.site-list__excerpt { margin: 0 0 6px; line-height: 1.5; overflow-wrap: anywhere; }
.site-list__facts { margin: 0; color: var(--dim); font-size: 1rem; line-height: 1.5; display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: center; }
.site-list--letters .site-list__title { font-family: ${SERIF}; font-size: 1.25rem; }
.site-cards { display: grid; gap: 16px; margin: 0 0 24px; padding: 0; list-style: none; }
.site-card { border: 1px solid var(--line); border-top: 4px solid var(--pine); border-radius: 3px; padding: 16px 18px 18px; background: #fff; }
.site-card h2, .site-card h3 { margin: 0 0 6px; font-size: 1.1875rem; line-height: 1.4; overflow-wrap: anywhere; }
.site-card p { margin: 0; color: var(--dim); font-size: 1rem; line-height: 1.5; }
.site-card p + p { margin-top: 8px; }
.site-pages { display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: space-between; font-size: 1.125rem; margin: 0 0 40px; }
.site-tag { display: inline-block; padding: 1px 8px 2px; border-radius: 3px; font-size: 0.9375rem; line-height: 1.5; background: var(--warm); color: #5d4300; border: 1px solid #ecd9a4; }
.site-tag--answered { background: var(--pine-pale); color: var(--pine-deep); border-color: #bfdcd6; }
.site-tag--closed { background: #eef0ef; color: #3a4541; border-color: var(--line); }
.site-empty { color: var(--dim); padding: 16px 0; margin: 0 0 24px; border-top: 1px solid var(--line); }
@media (min-width: 40em) { .site-cards { grid-template-columns: repeat(2, 1fr); } }
@media (min-width: 60em) { .site-cards { grid-template-columns: repeat(3, 1fr); } }
`;
