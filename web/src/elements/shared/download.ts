/** Hands the learner a file. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Safari reads the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function downloadText(
  name: string,
  type: 'text/csv' | 'application/json' | 'image/svg+xml',
  text: string,
): void {
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
}
