/** Gives the person a file. As bytes of no type: there is nothing that a browser might show instead. */
export function saveFile(content: BlobPart, name: string): void {
  const href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
