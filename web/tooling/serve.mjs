import { createServer } from 'node:http';
import sirv from 'sirv';
import { DIST } from './paths.mjs';

const PORTS_TO_TRY = 50;

/** What the page promises to live with, here and in any page that embeds it. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * @typedef {object} PageServer
 * @property {string} url with a final slash
 * @property {() => Promise<void>} close
 */

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<void>} */
const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** @param {unknown} error */
const isPortTaken = (error) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Serves a folder of static files, the brotli form of a file where there is one.
 *
 * @param {object} [options]
 * @param {string} [options.folder] default: dist/
 * @param {string} [options.host] the address to listen on; default `localhost`
 * @param {number} [options.port] 0: any free one; default 4173
 * @param {boolean} [options.orNext] when the port is taken, take the next free one; default true
 * @returns {Promise<PageServer>}
 * @throws {Error} when no port is to be had
 */
export async function serve({ folder = DIST, host = 'localhost', port = 4173, orNext = true } = {}) {
  const files = sirv(folder, {
    // Reads the folder at each request, so that a page rebuilt meanwhile is found.
    dev: true,
    brotli: true,
    etag: true,
    setHeaders(response) {
      response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
      // Pages of other origins embed the elements, and a sandboxed frame has no origin at all.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    });
  });

  const lastPort = orNext && port !== 0 ? Math.min(port + PORTS_TO_TRY, 65535) : port;
  for (let candidate = port; ; candidate += 1) {
    try {
      await listen(server, candidate, host);
      break;
    } catch (error) {
      if (!isPortTaken(error)) throw error;
      if (candidate >= lastPort) throw new Error(`Port ${port} is taken by another program.`);
    }
  }

  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${urlHost(host)}:${actualPort}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} host an address to listen on @returns {string} the name under which this machine reaches it */
function urlHost(host) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
