/** Longest that a browser may take to begin saving, ms; then the text may be forgotten. */
const GRACE = 60_000;

/** Hands a text to the browser to save as a file. Needs no permission, and nothing leaves the browser. */
export function saveFile(name: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), GRACE);
}
