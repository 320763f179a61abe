import process from 'node:process';

const { runWorkload } = await import(/** @type {string} */ (process.argv[2]));

process.once('message', async ({ workload, place }) => {
  try {
    process.send?.({ result: await runWorkload(workload, place) }, () => process.exit());
  } catch (error) {
    process.send?.({ error: String(error) }, () => process.exit(1));
  }
});
