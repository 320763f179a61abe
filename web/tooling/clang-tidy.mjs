import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { configureCpp, nativeBuild } from './core-build.mjs';
import { fingerprint, Stamp } from './fingerprint.mjs';
import { whyNotUsed } from './llvm-tools.mjs';
import { inRoot } from './paths.mjs';

const DATABASE = 'build/native/compile_commands.json';

/**
 * Analyses every C++ source of the core, the generated ones too: through them the headers of the activations.
 * A pass is remembered until a source, the configuration or a compile command changes.
 *
 * @param {import('./run.mjs').CommandLog} log
 * @param {(text: string) => void} status
 * @returns {Promise<import('./tally.mjs').Tally>} one test a source
 */
export async function analyse(log, status) {
  const note = whyNotUsed('clang-tidy');
  if (note) return { passed: 0, failed: 0, note };

  await configureCpp(nativeBuild('native'), log, status);
  /** @type {{ file: string }[]} */
  const database = JSON.parse(readFileSync(inRoot(DATABASE), 'utf8'));
  const sources = database.map(({ file }) => file).filter((file) => !file.startsWith(inRoot('tests')));
  const stamp = new Stamp('clang-tidy');
  const key = fingerprint(['cpp', '.clang-tidy', DATABASE]);
  if (stamp.matches(key)) return { passed: sources.length, failed: 0, note: 'unchanged since they passed' };

  const { code, output } = await log.run(
    [
      'run-clang-tidy',
      ...['-p', inRoot('build', 'native'), '-quiet', '-j', String(availableParallelism())],
      `^(?!${inRoot('tests')}/)`,
    ],
    { onLine: status },
  );
  const complaints = new Set(output.match(/^.+: (?:warning|error): .+$/gm));
  if (code !== 0 || complaints.size > 0) {
    log.write(`\nAll of it in short:\n${[...complaints].join('\n')}\n`);
    return { passed: 0, failed: Math.max(1, complaints.size) };
  }
  stamp.write(key);
  return { passed: sources.length, failed: 0 };
}
