let region: HTMLElement | null = null;

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  region ??= createRegion();
  const current = region;
  current.textContent = '';
  // A region that is emptied and filled in one go is not read out.
  setTimeout(() => {
    current.textContent = text;
  }, 50);
}

function createRegion(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.setAttribute('aria-live', 'polite');
  element.className = 'visually-hidden';
  document.body.append(element);
  return element;
}
