import process from 'node:process';
import { buildCore } from './core-build.mjs';
import { BUILD_PACKAGES } from './packages.mjs';
import { inRoot } from './paths.mjs';
import { portFromEnvironment } from './port.mjs';
import { describeFailure, runCommand, runSteps } from './progress.mjs';
import { Rebuilder } from './rebuilder.mjs';
import { CommandLog } from './run.mjs';
import { coreStep, setUpSteps } from './set-up.mjs';
import { Snapshot } from './snapshot.mjs';

const CORE_FILES = ['core.mjs', 'core.wasm', 'training.mjs', 'training.wasm'].map((file) =>
  inRoot('build', 'wasm', file),
);
const CORE_SOURCES = ['cpp', 'CMakeLists.txt', 'CMakePresets.json'].map((source) => inRoot(source));

await runCommand(async () => {
  const port = portFromEnvironment(process.env.PORT);
  await runSteps([...setUpSteps(BUILD_PACKAGES), coreStep]);

  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: inRoot('web', 'vite.config.ts'),
    server: {
      // Emscripten writes its files in several goes, and a page must not load half of them: see the reload below.
      watch: { ignored: [inRoot('build', '**')] },
      ...(port === null ? {} : { port, strictPort: true }),
      ...(process.env.HOST ? { host: process.env.HOST } : {}),
    },
  });
  await vite.listen();
  vite.printUrls();
  vite.bindCLIShortcuts({ print: true });

  let lastGoodBuild = new Snapshot(CORE_FILES);
  const rebuilder = new Rebuilder(async () => {
    console.log('Core: rebuilding');
    try {
      if (!(await buildCore(new CommandLog('core')))) return;
      lastGoodBuild = new Snapshot(CORE_FILES);
      vite.moduleGraph.invalidateAll();
      vite.ws.send({ type: 'full-reload' });
      console.log('Core: rebuilt, page reloaded');
    } catch (error) {
      // Emscripten overwrites a .wasm before it finds that a symbol is missing.
      lastGoodBuild.restore();
      const message = describeFailure(error);
      console.error(`${message}\n\nCore: the last good build stays in the page`);
      vite.ws.send({
        type: 'error',
        err: { message: `The C++ core does not compile.\n\n${message}`, stack: '' },
      });
    }
  });
  vite.watcher.add(CORE_SOURCES).on('all', (_event, path) => {
    if (CORE_SOURCES.some((source) => path.startsWith(source))) rebuilder.request();
  });
});
