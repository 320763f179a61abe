import type { TrainingCore } from '#training-core';
import { checkNumber, checkOptions, LARGEST_FLOAT } from '../arguments';
import { checkWhole } from './arguments';
import { NumberReader } from './number-reader';
import type {
  LayerObservation,
  NumberDistribution,
  ObservationOptions,
  SignAgreement,
  UnitObservation,
} from './observation';
import { problemsOf, refusal } from './refusal';
import type { Shape } from './shape';

type Reader = NumberReader<Float64Array>;

/** Lower and upper limit; NaN: the core finds them. */
function checkLimits(limits: unknown, argument: string): [number, number] {
  if (limits === undefined) return [Number.NaN, Number.NaN];
  const { lower, upper } = checkOptions(limits, argument);
  return [
    checkNumber(lower, `${argument}.lower`, -LARGEST_FLOAT, LARGEST_FLOAT),
    checkNumber(upper, `${argument}.upper`, -LARGEST_FLOAT, LARGEST_FLOAT),
  ];
}

function readDistribution(numbers: Reader, bins: number): NumberDistribution {
  return {
    mean: numbers.finite(),
    deviation: numbers.finite(),
    histogram: { lower: numbers.next(), upper: numbers.next(), counts: numbers.list(bins) },
  };
}

function readUnit(numbers: Reader, bins: number): UnitObservation {
  return {
    preActivation: readDistribution(numbers, bins),
    activation: readDistribution(numbers, bins),
    saturated: numbers.next(),
    active: numbers.next(),
    dead: numbers.next() === 1,
    diedAt: numbers.finite(),
    revivedAt: numbers.finite(),
    signAgreement: numbers.next(),
  };
}

function readLayer(numbers: Reader, bins: number, units: number): LayerObservation {
  return {
    preActivation: readDistribution(numbers, bins),
    activation: readDistribution(numbers, bins),
    saturated: numbers.next(),
    weightGradientNorm: numbers.finite(),
    preActivationGradientNorm: numbers.finite(),
    updateRatio: numbers.finite(),
    effectiveRank: numbers.finite(),
    units: Array.from({ length: units }, () => readUnit(numbers, bins)),
  };
}

/** @throws EngineError `invalid-input`, `invalid-option` or `too-large` */
export function observe(
  core: TrainingCore,
  trainer: number,
  { layers }: Shape,
  options: ObservationOptions,
  argument: string,
): LayerObservation[] {
  const {
    bins = 32,
    preActivationLimits,
    activationLimits,
    saturationThreshold = 0.01,
    inactiveSlope = 0,
  } = checkOptions(options, argument);
  const count = checkWhole(bins, `${argument}.bins`, 1, 512);
  const numbers = core.observe(
    trainer,
    count,
    ...checkLimits(preActivationLimits, `${argument}.preActivationLimits`),
    ...checkLimits(activationLimits, `${argument}.activationLimits`),
    checkNumber(saturationThreshold, `${argument}.saturationThreshold`, 0, LARGEST_FLOAT),
    checkNumber(inactiveSlope, `${argument}.inactiveSlope`, 0, LARGEST_FLOAT),
  );
  if (numbers.length === 0) throw refusal('invalid-option', argument, problemsOf(core));
  const reader = new NumberReader(numbers.slice());
  return layers.map(({ units }) => readLayer(reader, count, units));
}

/** By layer and unit. */
export function readSignAgreements(numbers: Float64Array, { layers }: Shape): SignAgreement[][] {
  const reader = new NumberReader(numbers.slice());
  return layers.map(({ units }) =>
    Array.from({ length: units }, () => ({ agreement: reader.next(), unanimous: reader.next() })),
  );
}
