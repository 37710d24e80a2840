export const PERFORMANCE_STYLES = `
.site-periods { display: flex; flex-wrap: wrap; gap: 8px 20px; margin: 0 0 24px; padding: 0; list-style: none; font-size: 1.125rem; }
.site-periods a[aria-current] { font-weight: 700; text-decoration: none; color: var(--ink); }
.site-scroll { overflow-x: auto; margin: 0 0 16px; }
.site-scroll:focus-visible { outline: 3px solid #fd0; }
.site-figures { margin: 0; font-size: 1rem; font-variant-numeric: tabular-nums; }
.site-figures .govuk-table__header, .site-figures .govuk-table__cell { font-size: 1rem; line-height: 1.4; padding-right: 12px; vertical-align: top; }
.site-figures tbody .govuk-table__header { min-width: 9rem; }
.site-figures thead .govuk-table__header { vertical-align: bottom; }
@media print { .site-scroll { overflow: visible; } .site-figures .govuk-table__header, .site-figures .govuk-table__cell { font-size: 8pt; padding: 3px; } }
`;
