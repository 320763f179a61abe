import process from 'node:process';
import { browserOpener, openInBrowser } from './browser.mjs';
import { thisHost } from './machine.mjs';
import { BUILD_PACKAGES } from './packages.mjs';
import { portFromEnvironment } from './port.mjs';
import { runCommand, runSteps } from './progress.mjs';
import { coreStep, pageStep, setUpSteps } from './set-up.mjs';

await runCommand(async () => {
  const { HOST: host = 'localhost', ...env } = process.env;
  const port = portFromEnvironment(env.PORT);

  /** @type {import('./progress.mjs').Step} */
  const serveStep = {
    title: 'Server',
    async run() {
      // Its library is there only after the steps before.
      const { serve } = await import('./serve.mjs');
      const { url, close } = await serve({ host, port: port ?? 4173, orNext: port === null });
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
        process.once(signal, async () => {
          await close();
          console.log('\nStopped.');
          process.exit(0);
        });
      }
      const opener = browserOpener(thisHost());
      if (opener) openInBrowser(opener, url);
      return `${url}  Ctrl-C stops it`;
    },
  };

  await runSteps([...setUpSteps(BUILD_PACKAGES), coreStep, pageStep, serveStep]);
});
