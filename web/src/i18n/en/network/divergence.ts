export const divergence = {
  divergedTitle: 'The numbers have left the range of a computer',
  diverged: (step: string, layer: string, quantity: string) =>
    `In step ${step}, ${quantity} of ${layer} was no longer a finite number. Training stopped; the weights are those of the step before.`,
  quantities: {
    pre_activation: 'the pre-activation',
    activation: 'the activation',
    delta: 'the gradient by the pre-activation',
    gradient: 'the gradient by the weights',
    parameters: 'a weight',
  },
  theLayer: (number: number) => `layer ${number}`,
  theOutputLayer: 'the output layer',
  divergedWhy: (rate: string) =>
    `Mostly the learning rate, ${rate} here, is too high: each step overshoots further than the one before.`,
  backToGood: 'Back to the last good step',
  clipGradients: (norm: string) => `Clip gradients at ${norm}`,
  backToStart: 'Back to the initial weights',
  lowerRate: (rate: string) => `Lower the rate to ${rate}`,
} as const;
