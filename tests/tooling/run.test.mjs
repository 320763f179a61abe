import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFailure } from '../../web/tooling/progress.mjs';
import { CommandFailure, CommandLog, tail } from '../../web/tooling/run.mjs';

const SCRIPT = 'console.log("first"); console.error("second"); process.exitCode = Number(process.argv[1])';

/** @param {number} code */
const nodeThatEndsWith = (code) => [process.execPath, '-e', SCRIPT, String(code)];

describe('CommandLog', () => {
  /** @type {CommandLog} */
  let log;
  beforeAll(() => {
    log = new CommandLog('command-log-test');
  });
  afterAll(() => rmSync(log.path));

  it('hands over output, lines and exit code', async () => {
    /** @type {string[]} */
    const lines = [];
    const { code, output } = await log.run(nodeThatEndsWith(3), { onLine: (line) => lines.push(line) });
    expect(code).toBe(3);
    expect(lines.sort()).toEqual(['first', 'second']);
    expect(output).toContain('first\n');
    expect(readFileSync(log.path, 'utf8')).toContain('second\n');
  });

  it('fails with the output and the place of the log', async () => {
    const failure = await log.mustRun(nodeThatEndsWith(1)).catch((error) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(describeFailure(failure)).toMatch(/second.*exit code 1.*build\/logs\/command-log-test\.log/s);
  });

  it('takes a command that does not exist as failed', async () => {
    const { code, output } = await log.run(['no-such-command-anywhere']);
    expect(code).toBe(127);
    expect(output).toContain('spawn no-such-command-anywhere');
  });

  it('keeps no colours, asked for or not', async () => {
    const script = 'console.log(process.env.NO_COLOR, process.env.FORCE_COLOR, "\\x1b[31mred\\x1b[0m")';
    const output = await log.mustRun([process.execPath, '-e', script], {
      env: { ...process.env, FORCE_COLOR: '1' },
    });
    expect(output).toBe('1 undefined red\n');
  });
});

it('tail gives the last lines, shortened', () => {
  expect(tail('a\nb\nc\n', 2)).toBe('b\nc');
  expect(tail('a', 2)).toBe('a');
  expect(tail('x'.repeat(1000), 1)).toMatch(/^x{400} \.\.\.$/);
});
