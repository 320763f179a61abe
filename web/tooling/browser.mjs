import { spawn } from 'node:child_process';
import { findOnPath } from './machine.mjs';

/**
 * @param {import('./machine.mjs').Host} host
 * @returns {string | null} the command that opens an address for the person who started this, if there is one
 */
export function browserOpener(host) {
  if (!host.isInteractive || host.env.CI) return null;
  if (host.platform === 'darwin') return findOnPath('open', host);
  const hasDisplay = Boolean(host.env.DISPLAY || host.env.WAYLAND_DISPLAY);
  return hasDisplay ? findOnPath('xdg-open', host) : null;
}

/** @param {string} opener @param {string} url */
export function openInBrowser(opener, url) {
  // A browser that does not start is no failure: the address is printed too.
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
