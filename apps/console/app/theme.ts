import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#ecf6f4',
  '#d3e9e5',
  '#a9d5ce',
  '#7cc0b5',
  '#56ab9f',
  '#35968a',
  '#1e8076',
  '#126c63',
  '#0b5c55',
  '#074a44',
];

/** Mantine's greys of the dark scheme, with the green of the rest: 5 borders, 6 fields, 7 the body. */
const dark: MantineColorsTuple = [
  '#e5ebe8',
  '#c3cdc9',
  '#a5b2ad',
  '#7f8d88',
  '#55635e',
  '#3a4643',
  '#1f2725',
  '#171d1b',
  '#121715',
  '#0c100f',
];

const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export const theme = createTheme({
  colors: { pine, dark },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '650' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // A dialog is left by its own buttons or Escape; a slip of the pointer must not lose what was typed.
    Modal: {
      defaultProps: {
        closeOnClickOutside: false,
        centered: true,
        transitionProps: { duration: 100 },
        // Its <header> would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    // In the dialog that it belongs to: outside of it, screen readers do not find what it offers.
    Combobox: { defaultProps: { withinPortal: false, floatingStrategy: 'fixed' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
  },
});

/** Mantine's own dimmed and error colours fall short of 4.5 : 1; these come from app.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-placeholder': 'var(--dim)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--late-fg)',
    '--mantine-color-anchor': 'var(--link)',
  };
  return { variables: {}, light: shared, dark: shared };
};
