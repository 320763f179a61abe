import { spawn } from 'node:child_process';
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { LOGS, ROOT } from './paths.mjs';

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 127 when the command does not exist
 * @property {string} output standard output and error, as they came
 *
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] told each line, for progress
 */

export class CommandFailure extends Error {
  /** @param {readonly string[]} command @param {RunResult} result @param {string} log */
  constructor(command, result, log) {
    super(
      `${command.join(' ')}\nended with exit code ${result.code}; all it said is in ${relative(ROOT, log)}`,
    );
    this.name = 'CommandFailure';
    this.output = result.output;
  }
}

/** Longer lines are compiler calls and minified code. */
const SHOWN_LINE_LENGTH = 400;

/** @param {string} output @param {number} lines @returns {string} its last lines, as far as they are fit to show */
export function tail(output, lines) {
  return output
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => (line.length > SHOWN_LINE_LENGTH ? `${line.slice(0, SHOWN_LINE_LENGTH)} ...` : line))
    .join('\n');
}

/** A log file in build/logs that several commands may write to, one after another. */
export class CommandLog {
  /** @param {string} name */
  constructor(name) {
    mkdirSync(LOGS, { recursive: true });
    this.path = join(LOGS, `${name}.log`);
    this.output = '';
    this.file = openSync(this.path, 'w');
  }

  /** @param {string} text */
  write(text) {
    this.output += text;
    writeSync(this.file, text);
  }

  /**
   * @param {readonly string[]} command
   * @param {RunOptions} [options]
   * @returns {Promise<RunResult>}
   */
  run(command, { env = process.env, onLine = () => {} } = {}) {
    const [file = '', ...args] = command;
    this.write(`$ ${command.join(' ')}\n`);
    // Colour codes would make the log hard to read and to search; some tools write them all the same.
    const { FORCE_COLOR, ...plainEnvironment } = env;
    const child = spawn(file, args, {
      cwd: ROOT,
      env: { ...plainEnvironment, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @param {string} line */
    const take = (line) => {
      const text = stripVTControlCharacters(line);
      output += `${text}\n`;
      this.write(`${text}\n`);
      if (text.trim()) onLine(text.trim());
    };
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', take);
    return new Promise((resolve) => {
      child.on('error', (error) => {
        take(error.message);
        resolve({ code: 127, output });
      });
      child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
  }

  /**
   * @param {readonly string[]} command
   * @param {RunOptions} [options]
   * @returns {Promise<string>} the output
   * @throws {CommandFailure} when the command fails
   */
  async mustRun(command, options) {
    const result = await this.run(command, options);
    if (result.code !== 0) throw new CommandFailure(command, result, this.path);
    return result.output;
  }
}
