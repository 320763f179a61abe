export const settings = {
  settings: 'How it learns',
  loss: 'Loss',
  optimizer: 'Optimiser',
  rate: 'Learning rate',
  batch: 'Batch size',
  batchHint: '0: all training data at once.',
  l1: 'L1 penalty',
  l2: 'L2 penalty',
  init: 'Initial weights',
  withoutReset:
    'Learning rate and penalties take effect while it trains. Everything else starts anew from the same seed.',
} as const;
