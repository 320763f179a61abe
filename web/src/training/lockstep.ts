import type { Divergence, Progress, Snapshot, SnapshotRequest } from '../engine/training/observation';
import type { LayerShape } from '../engine/training/shape';
import type { DataSpec, TrainerSpec } from '../engine/training/spec';
import type { TrainerPort, TrainingLabPort } from './ports';
import type { Goal, Net, Unit } from './protocol';

/** All of them, or none. @throws what the engine throws */
function makeAll<From>(sources: readonly From[], make: (source: From) => TrainerPort): TrainerPort[] {
  const made: TrainerPort[] = [];
  try {
    for (const source of sources) made.push(make(source));
    return made;
  } catch (error) {
    for (const trainer of made) trainer.dispose();
    throw error;
  }
}

const countOf = (layer: LayerShape): number => layer.inputs * layer.units;

/** The numbers of `own` with the weights and biases of `other` in every layer of the same form. */
function adopted(own: TrainerPort, other: TrainerPort): Float32Array {
  const weights = own.weights();
  const source = other.weights();
  const copy = (to: number | null, from: number | null, count: number): void => {
    if (to !== null && from !== null) weights.set(source.subarray(from, from + count), to);
  };
  own.shape.layers.forEach((layer, index) => {
    const twin = other.shape.layers[index];
    if (twin?.inputs !== layer.inputs || twin.units !== layer.units) return;
    copy(layer.weights, twin.weights, countOf(layer));
    copy(layer.bias, twin.bias, layer.units);
  });
  return weights;
}

/** Nets that train side by side, always by the same number of steps. One that diverged stands still. */
export class Lockstep {
  readonly trainers: readonly TrainerPort[];
  readonly #reported = new Set<TrainerPort>();

  private constructor(trainers: readonly TrainerPort[]) {
    this.trainers = trainers;
  }

  /**
   * @param sameStart whether every net begins with the weights of the first one, layer by layer, where the shapes allow
   * @throws EngineError of the first set-up that is refused; then no net is left
   */
  static create(lab: TrainingLabPort, specs: readonly TrainerSpec[], sameStart: boolean): Lockstep {
    const trainers = makeAll(specs, (spec) => lab.trainer(spec));
    const [first, ...others] = trainers as [TrainerPort, ...TrainerPort[]];
    if (sameStart) for (const other of others) other.setInitialWeights(adopted(other, first));
    return new Lockstep(trainers);
  }

  /** @throws EngineError of the first document that is refused; then no net is left */
  static load(lab: TrainingLabPort, documents: readonly string[]): Lockstep {
    return new Lockstep(makeAll(documents, (document) => lab.loadTrainer(document)));
  }

  get nets(): Net[] {
    return this.trainers.map((trainer) => ({
      spec: trainer.spec,
      data: trainer.data,
      shape: trainer.shape,
      progress: trainer.progress(),
    }));
  }

  /** Steps since the reset. */
  get steps(): number {
    return this.#lead.progress().steps;
  }

  get parameterCounts(): number[] {
    return this.trainers.map(({ shape }) => shape.parameterCount);
  }

  /** On the training data; NaN where a net has diverged. */
  get largestLoss(): number {
    const losses = this.trainers.map((trainer) => trainer.snapshot({ evaluation: true }).train?.loss);
    return Math.max(...losses.map((loss) => loss ?? Number.NaN));
  }

  get progress(): Progress[] {
    return this.trainers.map((trainer) => trainer.progress());
  }

  /** Whether no net can take another step. */
  get isOver(): boolean {
    return this.progress.every(({ divergence }) => divergence !== null);
  }

  /** Whether a net has diverged; its last finite weights and their loss say nothing of it. */
  get hasDiverged(): boolean {
    return this.progress.some(({ divergence }) => divergence !== null);
  }

  /** What `count` units from here lead to. An epoch that has begun counts as one. */
  goalAfter(unit: Unit, count: number): Goal {
    const { steps, epochs, samplesSeen } = this.#lead.progress();
    const done = { sample: samplesSeen, batch: steps, epoch: epochs }[unit];
    return { unit, at: done + count };
  }

  /** Samples until a goal in samples, else steps; 0: reached. */
  distanceTo(goal: Goal): number {
    const { steps, epochs, stepsToEpochEnd, samplesSeen } = this.#lead.progress();
    const wholeEpochs = goal.at - epochs - 1;
    const left = {
      sample: goal.at - samplesSeen,
      batch: goal.at - steps,
      epoch: wholeEpochs < 0 ? 0 : wholeEpochs * this.#lead.shape.stepsPerEpoch + stepsToEpochEnd,
    }[goal.unit];
    return Math.max(0, left);
  }

  /** Takes `count` steps, or presents `count` samples. */
  advance(unit: Unit, count: number): void {
    for (const trainer of this.trainers) {
      if (unit === 'sample') trainer.stepSamples(count);
      else trainer.step(count);
    }
  }

  /** Divergences that this has not told before. */
  newDivergences(): { readonly net: number; readonly divergence: Divergence }[] {
    return this.trainers.flatMap((trainer, net) => {
      const { divergence } = trainer.progress();
      if (divergence === null) this.#reported.delete(trainer);
      if (divergence === null || this.#reported.has(trainer)) return [];
      this.#reported.add(trainer);
      return [{ net, divergence }];
    });
  }

  /**
   * Other points for all nets, or for none.
   *
   * @throws EngineError of the first net that refuses them
   */
  setData(lab: TrainingLabPort, data: DataSpec): void {
    // A net that has changed cannot go back to the middle of its epoch; so copies are asked first.
    if (this.trainers.length > 1) {
      const copies = Lockstep.load(lab, this.save());
      try {
        for (const copy of copies.trainers) copy.setData(data);
      } finally {
        copies.dispose();
      }
    }
    for (const trainer of this.trainers) trainer.setData(data);
  }

  save(): string[] {
    return this.trainers.map((trainer) => trainer.save());
  }

  observe(request: SnapshotRequest): Snapshot[] {
    return this.trainers.map((trainer) => trainer.snapshot(request));
  }

  dispose(): void {
    for (const trainer of this.trainers) trainer.dispose();
  }

  /** Its counts are those of all: the first one that still moves. */
  get #lead(): TrainerPort {
    const moving = this.trainers.find((trainer) => trainer.progress().divergence === null);
    return moving ?? (this.trainers[0] as TrainerPort);
  }
}
