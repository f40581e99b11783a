/**
 * What a press on a form's button does, done without the browser: in a frame without `allow-forms` it submits nothing and tells
 * nobody. Enter in a field presses that button too.
 */
export function submitByHand(event: Event): void {
  const button = event.composedPath().find(one => one instanceof HTMLButtonElement);
  if (event.defaultPrevented || button?.type !== 'submit' || !button.form) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }));
}
