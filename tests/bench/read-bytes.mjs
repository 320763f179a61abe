/** @param {URL} address of a file, or on a server @returns {Promise<ArrayBuffer | Uint8Array<ArrayBuffer>>} */
export async function readBytes(address) {
  if (address.protocol !== 'file:') return (await fetch(address)).arrayBuffer();
  // A variable keeps the bundler from resolving the import for the browser.
  const fileSystem = 'node:fs/promises';
  return (await import(/* @vite-ignore */ fileSystem)).readFile(address);
}
