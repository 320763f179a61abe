// One module for all, so that flags, backend and gradients are registered before the first operation.
import '@tensorflow/tfjs-core/dist/register_all_gradients';

export { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
export * as tf from '@tensorflow/tfjs-core';
