/** As the page has them at this moment: charts do not follow style sheets by themselves. */
export interface ChartColours {
  ink: string;
  dim: string;
  line: string;
  panel: string;
  /** The main series. */
  main: string;
  /** Beside it, told apart by more than its colour. */
  beside: string;
  /** Behind both. */
  quiet: string;
  font: string;
  /** From few to many. */
  scale: readonly string[];
}

export function coloursNow(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    font: getComputedStyle(document.body).fontFamily,
    ink: colour('--ink'),
    dim: colour('--dim'),
    line: colour('--line'),
    panel: colour('--panel'),
    main: colour('--link'),
    beside: colour('--late-fg'),
    quiet: colour('--line-strong'),
    scale: [colour('--calm-bg'), colour('--link')],
  };
}
