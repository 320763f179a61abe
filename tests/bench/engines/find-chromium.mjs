import { findOnPath, thisHost } from '../../../web/tooling/machine.mjs';
import { SYSTEM_PACKAGES } from '../../../web/tooling/packages.mjs';

/** @returns {string} */
export function findChromium() {
  const host = thisHost();
  for (const command of SYSTEM_PACKAGES.chromium.commands) {
    const path = findOnPath(command, host);
    if (path) return path;
  }
  throw new Error('Chromium is not installed; --engines=node measures without it.');
}
