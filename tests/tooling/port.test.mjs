import { expect, it } from 'vitest';
import { portFromEnvironment } from '../../web/tooling/port.mjs';

it.each([
  [undefined, null],
  ['', null],
  ['0', 0],
  ['8080', 8080],
  ['65535', 65535],
])('PORT %s is %s', (text, port) => {
  expect(portFromEnvironment(text)).toBe(port);
});

it.each(['65536', '-1', '80.5', 'http', '0x50', ' '])('PORT "%s" is refused by name', (text) => {
  expect(() => portFromEnvironment(text)).toThrow(`PORT is "${text}"`);
});
