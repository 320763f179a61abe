import type { ActivationInfo, Paper, ParameterInfo } from '../catalogue';
import type { Task } from './spec';

/** What a training run can be made of. Made by the C++ catalogues; nothing here is repeated in TypeScript. */

/** What data sets, losses, optimisers and initialisers have in common. */
export interface ChoiceInfo {
  readonly key: string;
  readonly name: string;
  /** Chinese name where the field has one of its own, else the same as `name`. */
  readonly nameZh: string;
  readonly latex: string;
  readonly parameters: readonly ParameterInfo[];
  /** Code that makes the same of PyTorch; `{name}` stands for a parameter. Empty where PyTorch has none. */
  readonly pytorch: string;
  readonly paper: Paper;
}

export interface BilingualName {
  readonly name: string;
  readonly nameZh: string;
}

/** A column of measured numbers. The network sees (measured - centre) / scale, which is of the order of 1. */
export interface MeasuredColumn extends BilingualName {
  readonly unit: string;
  readonly centre: number;
  readonly scale: number;
}

export interface DatasetInfo extends ChoiceInfo {
  readonly tasks: readonly Task[];
  /** Numbers per sample. */
  readonly columns: number;
  /** Of measured data: one for each column, or a single one for all pixels of an image. */
  readonly measured: readonly MeasuredColumn[];
  /** The columns are the pixels of an image so wide, row by row from the top; 0: they are not. */
  readonly imageWidth: number;
  /** Classes there are, or can be asked for; both 0: the targets are values. */
  readonly fewestClasses: number;
  readonly mostClasses: number;
  /** Empty: the classes have no names. */
  readonly classNames: readonly BilingualName[];
  /** Samples there are; 0: as many as are asked for. */
  readonly fixedSize: number;
  /** What noise moves; `targets`: the points stay where they are. */
  readonly noise: 'none' | 'inputs' | 'targets';
  /** False: all samples are training data. */
  readonly splits: boolean;
  /** Inputs lie in about [-extent, extent]. */
  readonly extent: number;
  /** The f(x) it has where `GeneratedData.formula` says no other one; empty: it has none. */
  readonly formula: string;
  /** Of measured data; `paper` is their source. */
  readonly licence: string;
}

export interface LossInfo extends ChoiceInfo {
  /** Code that makes the same of Keras 3; `{name}` stands for a parameter. */
  readonly keras: string;
  readonly tasks: readonly Task[];
  /** What the activation of the output layer must give: anything, any real number (`identity`), or 0 to 1. */
  readonly outputs: 'any' | 'logits' | 'probabilities';
  /** The classes of a binary task are -1 and 1, not 0 and 1. */
  readonly signedTargets: boolean;
}

export interface OptimizerInfo extends ChoiceInfo {
  /** The class that `pytorch` uses, where PyTorch has none; else empty. */
  readonly pytorchDefinition: string;
  /**
   * Code that makes the same of Keras 3, but for where the small number in the denominator is; `{name}` stands for a
   * parameter, `{rate}` for the learning rate, `{options}` for further arguments.
   */
  readonly keras: string;
  /** PyTorch's default; for those without one, TensorFlow Playground's. */
  readonly learningRate: number;
}

export interface InitializerInfo extends ChoiceInfo {
  /** The gain of the layer scales the weights. */
  readonly usesGain: boolean;
  /** Afterwards every layer is scaled until its pre-activations have variance 1 on the training data. */
  readonly scalesByData: boolean;
}

/** The largest values that are accepted. */
export interface Limits {
  readonly layers: number;
  readonly width: number;
  readonly columns: number;
  readonly classes: number;
  readonly batchSize: number;
  /** Of each split. */
  readonly samples: number;
  /** Of both splits together. */
  readonly generatedSamples: number;
  readonly csvBytes: number;
  readonly gridSize: number;
  readonly seed: number;
  /** Memory that one trainer may need, in bytes. */
  readonly trainerBytes: number;
  /** Length of a trainer's document. */
  readonly documentBytes: number;
}

/** What a layer's activation is called and how it is written; `Lab.catalogue` has the rest. */
export type LayerActivationInfo = Pick<
  ActivationInfo,
  'key' | 'name' | 'nameZh' | 'family' | 'latex' | 'parameters'
>;

/** Each list is sorted by key. */
export interface Choices {
  readonly activations: readonly LayerActivationInfo[];
  readonly datasets: readonly DatasetInfo[];
  readonly losses: readonly LossInfo[];
  readonly optimizers: readonly OptimizerInfo[];
  readonly initializers: readonly InitializerInfo[];
  readonly limits: Limits;
}
