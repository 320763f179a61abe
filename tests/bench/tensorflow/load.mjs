/**
 * @typedef {typeof import('@tensorflow/tfjs-core')} TensorFlow
 *
 * @typedef {object} Loaded
 * @property {TensorFlow} tf
 * @property {string} version
 */

/** @param {string} root address of the repository @returns {Promise<Loaded>} with the backend in use */
export async function loadWasm(root) {
  const { tf, ...backend } = await import('./wasm.mjs');
  tf.enableProdMode();
  const folder = new URL('node_modules/@tensorflow/tfjs-backend-wasm/dist/', root);
  // In Node.js the backend opens its file by path.
  backend.setWasmPaths(folder.protocol === 'file:' ? decodeURIComponent(folder.pathname) : folder.href);
  backend.setThreadsCount(1);
  await tf.setBackend('wasm');
  const simd = (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? 'SIMD' : 'no SIMD';
  return { tf, version: `${tf.version_core}, ${simd}, ${backend.getThreadsCount()} thread` };
}

/** @returns {Promise<Loaded>} with the backend in use */
export async function loadCpu() {
  const { tf } = await import('./cpu.mjs');
  tf.enableProdMode();
  await tf.setBackend('cpu');
  return { tf, version: tf.version_core };
}
