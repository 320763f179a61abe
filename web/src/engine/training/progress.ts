import { finiteOrNull } from './number-reader';
import type { Divergence, Evaluation, Progress } from './observation';

/** In the order of the core. */
const QUANTITIES: readonly Divergence['quantity'][] = [
  'pre_activation',
  'activation',
  'delta',
  'gradient',
  'parameters',
];

export function readProgress(numbers: Float64Array): Progress {
  const [
    steps,
    epochs,
    stepsToEpochEnd,
    samplesSeen,
    nextSample,
    learningRate,
    step = -1,
    layer = 0,
    quantity = 0,
  ] = numbers as unknown as readonly [number, number, number, number, number, number, ...number[]];
  const divergence =
    step === -1 ? null : { step, layer, quantity: QUANTITIES[quantity] as Divergence['quantity'] };
  return { steps, epochs, stepsToEpochEnd, samplesSeen, nextSample, learningRate, divergence };
}

export function readEvaluations(numbers: Float64Array): {
  readonly train: Evaluation;
  readonly test: Evaluation;
} {
  const [trainLoss, trainScore, testLoss, testScore] = numbers as unknown as readonly [
    number,
    number,
    number,
    number,
  ];
  return {
    train: { loss: finiteOrNull(trainLoss), score: finiteOrNull(trainScore) },
    test: { loss: finiteOrNull(testLoss), score: finiteOrNull(testScore) },
  };
}
