/**
 * Puts text on the clipboard, in answer to a click. Pages without TLS have no `navigator.clipboard`; there the
 * text is selected for a moment beside `near`, within the same root, and copied by command.
 *
 * @returns whether the browser did it
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, near);
  }
}

function copyByCommand(text: string, near: Element): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  near.after(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
  }
}
