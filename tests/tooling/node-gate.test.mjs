import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../web/tooling/paths.mjs';

const SOURCE = readFileSync(inRoot('web', 'tooling', 'node-gate.cjs'), 'utf8');

/** @param {string} version @returns {{ messages: string[], exitCodes: number[] }} */
function passThroughGate(version) {
  /** @type {string[]} */
  const messages = [];
  /** @type {number[]} */
  const exitCodes = [];
  runInNewContext(SOURCE, {
    process: { versions: { node: version }, exit: (/** @type {number} */ code) => exitCodes.push(code) },
    console: { error: (/** @type {string} */ message) => messages.push(message) },
  });
  return { messages, exitCodes };
}

describe('the Node.js gate', () => {
  it.each(['0.12.18', '6.17.1', '12.0.0', '18.20.8', '20.0.0', '20.18.3', '21.7.3', '22.11.0'])(
    'refuses %s in one sentence that names it',
    (version) => {
      const { messages, exitCodes } = passThroughGate(version);
      expect(exitCodes).toEqual([1]);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(`this is Node.js ${version}:`);
      expect(messages[0]).not.toContain('\n');
    },
  );

  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0', '100.0.0'])('lets %s pass', (version) => {
    expect(passThroughGate(version)).toEqual({ messages: [], exitCodes: [] });
  });

  it('guards every npm script that runs a tool', () => {
    /** @type {{ scripts: Record<string, string> }} */
    const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    for (const script of Object.values(scripts).filter((command) => command.includes('web/tooling/'))) {
      expect(script).toMatch(/^node -r \.\/web\/tooling\/node-gate\.cjs /);
    }
  });
});
