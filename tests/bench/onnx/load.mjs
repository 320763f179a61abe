import { readBytes } from '../read-bytes.mjs';

const BINARY = 'ort-wasm-simd-threaded.wasm';

/** @param {string} root address of the repository */
export async function loadRuntime(root) {
  const ort = await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = await readBytes(new URL(`node_modules/onnxruntime-web/dist/${BINARY}`, root));
  return { ort, version: `${ort.env.versions.web}, ${BINARY}, ${ort.env.wasm.numThreads} thread` };
}
