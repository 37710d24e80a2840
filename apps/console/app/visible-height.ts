import { useEffect } from 'react';

/**
 * The on-screen keyboard of a telephone takes its room in one of two ways. Where it makes the page smaller (Chromium, Firefox),
 * that is all; where it lies over the page (Safari), the shell is made as high as what can still be seen. In both cases what
 * is being written is brought into view again.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = globalThis.visualViewport;
    if (!viewport || !matchMedia('(pointer: coarse)').matches) return;
    const fit = () => {
      const isCovered = isUnzoomed(viewport) && viewport.height < globalThis.innerHeight - 1;
      const { style } = document.documentElement;
      // An empty value takes the property away.
      style.setProperty('--visible-height', isCovered ? `${viewport.height}px` : '');
      style.setProperty('--bar-position', isCovered ? 'static' : '');
    };
    // After the layout for the new height, whichever of the two made it.
    const height = new ResizeObserver(showFocusedField);
    height.observe(document.body);
    viewport.addEventListener('resize', fit);
    return () => {
      height.disconnect();
      viewport.removeEventListener('resize', fit);
    };
  }, []);
}

/** Somebody who zoomed in by pinching sees less too, and has no keyboard in the way. */
function isUnzoomed({ scale }: VisualViewport): boolean {
  return Math.abs(scale - 1) < 0.01;
}

/** With its button, where both fit. */
function showFocusedField(): void {
  const { activeElement: field } = document;
  if (!field?.matches('input, textarea')) return;
  field.closest('form')?.scrollIntoView({ block: 'nearest' });
  field.scrollIntoView({ block: 'nearest' });
}
