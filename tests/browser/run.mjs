import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { DIST, inRoot } from '../../web/tooling/paths.mjs';

// Runs every tests/browser/*.test.mjs against the production build in Chromium.
// Arguments are passed on to Vitest: `node tests/browser/run.mjs pipeline` runs the files whose name holds that word.
if (!existsSync(`${DIST}/index.html`)) {
  console.error('There is no production build. Run `npm run build` first.');
  process.exit(1);
}
const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
const config = inRoot('tests', 'browser', 'vitest.config.mjs');
const command = [vitest, 'run', '--config', config, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
