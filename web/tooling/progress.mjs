import process from 'node:process';
import { CommandFailure, tail } from './run.mjs';

const SHOWN_ON_FAILURE = 60;
const REMINDER_SECONDS = 30;

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {(status: (text: string) => void) => Promise<string | { summary: string, detail: string }>} run does the
 *   work, may say what it is doing, and returns what came of it
 */

/** @param {number} milliseconds */
export function formatDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/**
 * Shows that a long task lives: a line with the elapsed time that rewrites itself on a terminal, and elsewhere a
 * reminder now and then.
 *
 * @template T
 * @param {(status: (text: string) => void) => Promise<T>} task
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>}
 */
export async function withLiveStatus(task, out = process.stdout) {
  const started = performance.now();
  let latest = '';
  let lastReminder = started;
  const timer = setInterval(
    () => {
      const now = performance.now();
      if (out.isTTY) {
        const line = `      ${formatDuration(now - started)}  ${latest}`;
        out.write(`\r\x1b[2K${line.slice(0, Math.max(20, (out.columns || 80) - 1))}`);
      } else if (now - lastReminder >= REMINDER_SECONDS * 1000) {
        lastReminder = now;
        out.write(`      still working, ${formatDuration(now - started)}: ${latest.slice(0, 100)}\n`);
      }
    },
    out.isTTY ? 200 : 1000,
  );
  try {
    return await task((text) => {
      latest = text;
    });
  } finally {
    clearInterval(timer);
    if (out.isTTY) out.write('\r\x1b[2K');
  }
}

/** @param {unknown} error */
export function describeFailure(error) {
  if (error instanceof CommandFailure) return `${tail(error.output, SHOWN_ON_FAILURE)}\n\n${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

/**
 * Runs numbered steps, one after another.
 *
 * @param {readonly Step[]} steps
 * @throws whatever a step throws, after its title
 */
export async function runSteps(steps) {
  for (const [index, { title, run }] of steps.entries()) {
    const started = performance.now();
    console.log(`[${index + 1}/${steps.length}] ${title}`);
    const outcome = await withLiveStatus(run);
    const { summary, detail } = typeof outcome === 'string' ? { summary: outcome, detail: '' } : outcome;
    if (detail) console.log(detail.replace(/^/gm, '      | '));
    console.log(`      ${summary} (${formatDuration(performance.now() - started)})`);
  }
}

/**
 * Runs the main function of a command: a failure is told in words, without a stack, and ends with exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    console.error(`\n${describeFailure(error)}`);
    process.exit(1);
  }
}
