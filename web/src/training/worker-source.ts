import workerAddress from './training-worker.ts?worker&url';

/** @throws SecurityError in some browsers where a page of another origin may not start it; others fire an error event */
export function openWorker(): Worker {
  return import.meta.env.DEV ? new Worker(workerAddress, { type: 'module' }) : new Worker(workerAddress);
}

/**
 * The worker's own text, for a page that may read it but not start it: one of another origin, or in a sandboxed frame.
 * A blob must be a classic script there: modules are refused to opaque origins.
 */
export async function openBlobWorker(): Promise<Worker> {
  const response = await fetch(workerAddress, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${workerAddress} answered ${response.status}`);
  const address = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
