import type { ActivationInfo } from '../../engine/activation-lab';
import { type Chosen, chosenItem, defaultChoice } from '../../state/chosen-field';
import { type Codec, choice, createCodec, type Field, list, number, REFUSED } from '../../state/codec';
import { LARGEST_SIDE, type Tensor } from './tensor';
import { compactTensor, parseTensor } from './tensor-text';

/** Answers to “what is the smallest output?”; `none` before one was given, `shown` when the learner asked for it. */
export const GUESSES = ['none', 'minus-infinity', '-1', '0', '0.5', 'shown'] as const;
export type Guess = (typeof GUESSES)[number];

/** Everything on screen that a link restores. */
export interface PipelineState {
  readonly tensor: Tensor;
  readonly stages: readonly Chosen[];
  readonly guess: Guess;
  /** The value that the table of details follows, counted from 0; beyond the tensor it is the last one. */
  readonly row: number;
  readonly column: number;
}

export const MOST_STAGES = 24;

/** The example of PyTorch's introductions to ReLU and Sigmoid. */
export const EXAMPLE_TENSOR: Tensor = {
  rank: 2,
  rows: 3,
  columns: 2,
  values: Float32Array.of(0.5, -0.6, -1, 3, 1.5, -2),
};
const EXAMPLE_STAGES = ['relu', 'sigmoid'];

/** A tensor never changes, and writing 4096 numbers at every move of the selection would be felt. */
const written = new WeakMap<Tensor, string>();

function writeTensor(tensor: Tensor): string {
  const text = written.get(tensor) ?? compactTensor(tensor);
  written.set(tensor, text);
  return text;
}

const tensorField: Field<Tensor> = {
  initial: EXAMPLE_TENSOR,
  read(text) {
    const parsed = parseTensor(text);
    return 'tensor' in parsed ? parsed.tensor : REFUSED;
  },
  write: writeTensor,
};

/** Whether these stages are the pair that the question is about. */
export function isExamplePair(stages: readonly Chosen[]): boolean {
  return stages.map(({ key }) => key).join() === EXAMPLE_STAGES.join();
}

export function pipelineCodec(activations: readonly ActivationInfo[]): Codec<PipelineState> {
  const initial = EXAMPLE_STAGES.flatMap((key) =>
    activations.filter((info) => info.key === key).map(defaultChoice),
  );
  const place = number({ initial: 0, minimum: 0, maximum: LARGEST_SIDE - 1, integer: true });
  return createCodec<PipelineState>({
    tensor: tensorField,
    stages: list(chosenItem(activations), { initial, maximumLength: MOST_STAGES }),
    guess: choice(GUESSES, 'none'),
    row: place,
    column: place,
  });
}
