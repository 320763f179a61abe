import type { CoreOptions } from '#core';
import { EngineError } from './errors';

/** A compiled module, its bytes, or where they lie. */
export type WasmSource = WebAssembly.Module | BufferSource | URL | string;

const runsInNode = typeof process === 'object' && process.versions?.node !== undefined;

async function readFileInNode(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  // A variable keeps bundlers from resolving the import for the browser.
  const fileSystem = 'node:fs/promises';
  const { readFile } = await import(/* @vite-ignore */ fileSystem);
  return readFile(address);
}

async function compileFrom(address: URL): Promise<WebAssembly.Module> {
  if (runsInNode && address.protocol === 'file:') return WebAssembly.compile(await readFileInNode(address));
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}`);
  // Streaming needs the MIME type application/wasm, which not every server sends.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return Promise.resolve(source);
  if (source instanceof URL) return compileFrom(source);
  if (typeof source === 'string') return compileFrom(new URL(source, globalThis.location?.href));
  return WebAssembly.compile(source);
}

/**
 * @param createCore of the module that Emscripten made
 * @throws EngineError `load-failed`, with what went wrong as its cause
 */
export async function instantiate<C>(
  createCore: (options: CoreOptions) => Promise<C>,
  source: WasmSource,
): Promise<C> {
  try {
    const module = await compile(source);
    return await new Promise<C>((resolve, reject) => {
      createCore({
        instantiateWasm(imports, done) {
          // Also what `done` throws: the module may be of another build.
          WebAssembly.instantiate(module, imports)
            .then((instance) => done(instance, module))
            .catch(reject);
          return {};
        },
        onAbort: reject,
      }).then(resolve, reject);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError('load-failed', 'wasm', `the core could not be loaded (${reason})`, { cause });
  }
}
