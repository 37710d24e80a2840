export const FRAME_STYLES = `
.site-header { background: var(--pine); color: #fff; }
.site-header__row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 24px; padding-top: 12px; padding-bottom: 12px; }
.site-header a { color: #fff; text-decoration: none; }
.site-header a:hover { text-decoration: underline; text-underline-offset: 0.25em; }
.site-header a:focus { color: #0b0c0c; background: #fd0; outline: 3px solid transparent; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; text-decoration: none; }
.site-header__name { display: inline-flex; align-items: center; gap: 10px; font-weight: 700; font-size: 1.375rem; line-height: 1.2; }
.site-header__mark { width: 30px; height: 30px; flex: none; }
.site-header__tick { fill: none; stroke: var(--pine); stroke-width: 3; }
.site-header__centre { font-weight: 400; font-size: 1rem; padding-left: 10px; border-left: 1px solid rgb(255 255 255 / 45%); }
.site-languages ul { display: flex; gap: 16px; margin: 0; padding: 0; align-items: baseline; list-style: none; font-size: 1rem; }
.site-languages a { display: inline-block; padding: 4px 0; }
.site-languages a[aria-current] { font-weight: 700; border-bottom: 2px solid #fff; }
.site-nav { background: var(--pine-deep); }
.site-nav__list { display: flex; flex-wrap: wrap; column-gap: 26px; margin-top: 0; margin-bottom: 0; list-style: none; }
.site-nav a { display: inline-block; padding: 10px 0 8px; font-size: 1.0625rem; border-bottom: 4px solid transparent; }
.site-nav a[aria-current] { border-bottom-color: #fff; font-weight: 700; }
.site-footer { background: var(--paper); border-top: 4px solid var(--pine); padding: 24px 0 32px; color: var(--dim); font-size: 1rem; }
.site-footer p { margin: 0; max-width: 680px; line-height: 1.5; }
@media (max-width: 40em) { .site-nav__list { column-gap: 18px; } .site-nav a { font-size: 1rem; padding: 9px 0 6px; } .site-header__name { font-size: 1.1875rem; white-space: nowrap; } .site-header__centre { display: none; } }
@media print { .site-header { background: none; color: #000; border-bottom: 1px solid #000; } .site-header a { color: #000; } .site-header__mark { display: none; } }
`;
