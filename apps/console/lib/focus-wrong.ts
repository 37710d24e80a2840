/** After a form was refused: the focus goes to the first field that has to be put right, once it is marked. */
export function focusWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector('[aria-invalid="true"]');
    if (field instanceof HTMLElement) field.focus();
  });
}
