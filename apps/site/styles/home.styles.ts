export const HOME_STYLES = `
.site-hero { background: var(--pine-pale); border-bottom: 1px solid #cfe4df; margin: -32px 0 40px; padding: 36px 0 26px; }
.site-hero h1 { max-width: 780px; margin-bottom: 16px; }
.site-hero .govuk-body-l { max-width: 640px; }
.site-steps { display: grid; gap: 20px 32px; margin: 0 0 48px; padding: 0; list-style: none; counter-reset: step; }
.site-steps li { counter-increment: step; padding: 14px 0 0 52px; position: relative; border-top: 2px solid var(--pine); }
.site-steps li::before { content: counter(step); position: absolute; left: 0; top: 14px; width: 34px; height: 34px; border-radius: 50%; background: var(--pine); color: #fff; font-weight: 700; text-align: center; line-height: 34px; }
.site-steps h3 { margin: 4px 0 4px; font-size: 1.1875rem; }
.site-steps p { margin: 0; line-height: 1.5; }
.site-columns { display: grid; gap: 24px 56px; }
@media (min-width: 48em) {
  .site-hero { margin-top: -48px; padding: 60px 0 44px; }
  .site-steps { grid-template-columns: repeat(3, 1fr); }
  .site-columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
}
`;
