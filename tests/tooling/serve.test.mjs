import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../web/tooling/serve.mjs';

const SECRET = 'not for the network';
const SCRIPT = 'export const answer = 42;\n';

/** @type {string} */
let folder;
/** @type {import('../../web/tooling/serve.mjs').PageServer} */
let server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-test-'));
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  writeFileSync(join(page, 'core.wasm'), Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  writeFileSync(join(page, 'assets', 'page.js'), SCRIPT);
  writeFileSync(join(page, 'assets', 'page.js.br'), brotliCompressSync(SCRIPT));
  server = await serve({ folder: page, port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('serve', () => {
  it.each([
    ['', /^text\/html/],
    ['core.wasm', /^application\/wasm$/],
    ['assets/page.js', /javascript/],
  ])('gives "%s" its type, and the policy of the page', async (path, type) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('compiles WebAssembly while it loads', async () => {
    expect(await WebAssembly.compileStreaming(fetch(`${server.url}core.wasm`))).toBeInstanceOf(
      WebAssembly.Module,
    );
  });

  it('sends the brotli form to those who read it, and only to them', async () => {
    /** @param {string} encoding @returns {Promise<{ encoding: string | undefined, body: Buffer }>} */
    const ask = (encoding) =>
      new Promise((resolve, reject) => {
        get(`${server.url}assets/page.js`, { headers: { 'accept-encoding': encoding } }, async (response) => {
          const chunks = [];
          for await (const chunk of response) chunks.push(chunk);
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) });
        }).on('error', reject);
      });
    const compressed = await ask('gzip, br');
    expect(compressed.encoding).toBe('br');
    expect(brotliDecompressSync(compressed.body).toString()).toBe(SCRIPT);
    const plain = await ask('identity');
    expect(plain.encoding).toBeUndefined();
    expect(plain.body.toString()).toBe(SCRIPT);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
  ])('does not leave its folder for %s', async (path) => {
    const { hostname, port } = new URL(server.url);
    const reply = await new Promise((resolve, reject) => {
      let text = '';
      // A raw request, because fetch would tidy the path first.
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
      });
      socket
        .on('data', (chunk) => {
          text += chunk;
        })
        .on('end', () => resolve(text))
        .on('error', reject);
    });
    expect(reply).toContain('404');
    expect(reply).not.toContain(SECRET);
  });

  it('survives a path that cannot be decoded', async () => {
    const { hostname, port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: '/%E0%A4%A' }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
    expect((await fetch(server.url)).status).toBe(200);
  });

  it('takes the next port when one is taken', async () => {
    const taken = Number(new URL(server.url).port);
    const other = await serve({ folder, port: taken, host: '127.0.0.1' });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(taken);
    await other.close();
  });

  it('says so when the one port that is asked for is taken', async () => {
    const taken = Number(new URL(server.url).port);
    await expect(serve({ folder, port: taken, host: '127.0.0.1', orNext: false })).rejects.toThrow(
      `Port ${taken} is taken`,
    );
  });
});
