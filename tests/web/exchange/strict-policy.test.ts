import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** As under a Content-Security-Policy without `unsafe-eval`. */
it('an ONNX model is written without making code from text', async () => {
  const refuse = vi.fn(() => {
    throw new EvalError('refused');
  });
  vi.stubGlobal('eval', refuse);
  vi.stubGlobal('Function', refuse);
  const { Graph } = await import('../../../web/src/exchange/onnx/graph');
  const { encodeModel } = await import('../../../web/src/exchange/onnx/messages');
  const graph = new Graph();
  const result = graph.add('Gelu', ['inputs'], { approximate: 'tanh' });
  expect(encodeModel(graph.model({ name: 'inputs', width: 2 }, result, 2)).length).toBeGreaterThan(100);
  expect(refuse).not.toHaveBeenCalled();
});
