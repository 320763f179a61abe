import { expect, it } from 'vitest';
import { browserOpener } from '../../web/tooling/browser.mjs';
import { imaginaryHost } from './support/imaginary-host.mjs';

const DESKTOP = { commands: ['xdg-open', 'open'], isInteractive: true, env: { DISPLAY: ':0' } };

it.each([
  { where: 'a desktop', machine: DESKTOP, opener: '/usr/bin/xdg-open' },
  {
    where: 'Wayland',
    machine: { ...DESKTOP, env: { WAYLAND_DISPLAY: 'wayland-0' } },
    opener: '/usr/bin/xdg-open',
  },
  { where: 'macOS', machine: { ...DESKTOP, platform: 'darwin', env: {} }, opener: '/usr/bin/open' },
  { where: 'a machine without display', machine: { ...DESKTOP, env: {} }, opener: null },
  { where: 'a machine without browser', machine: { ...DESKTOP, commands: [] }, opener: null },
  { where: 'a pipe', machine: { ...DESKTOP, isInteractive: false }, opener: null },
  { where: 'CI', machine: { ...DESKTOP, env: { DISPLAY: ':0', CI: 'true' } }, opener: null },
])('a browser opens on $where: $opener', ({ machine, opener }) => {
  expect(browserOpener(imaginaryHost(machine))).toBe(opener);
});
