import type { TrainingCore } from '#training-core';
import { describe } from '../arguments';
import { EngineError } from '../errors';
import { Lab } from '../lab';
import type { Problem } from '../problem';
import type { Choices } from './choices';
import { giveJson, giveText, jsonOf } from './exchange';
import { givePoints } from './own-points';
import { problemsOf, refusal } from './refusal';
import { readGeneratedData, readSpec } from './setup-reader';
import type { GeneratedData, OwnData, TrainerSpec } from './spec';
import { Trainer } from './trainer';

type Setup = Omit<TrainerSpec, 'data'>;

/** The core calls the splits `train` and `test`, and has the number of their columns in the set-up. */
function asOwnData(problem: Problem): Problem {
  if (problem.path === 'columns') return { ...problem, path: 'data.train.columns' };
  return /^(train|test)\./.test(problem.path) ? { ...problem, path: `data.${problem.path}` } : problem;
}

/** Whether it is made from a seed. */
function isGenerated(data: unknown): data is GeneratedData {
  return typeof data === 'object' && data !== null && 'dataset' in data;
}

/** @throws EngineError `invalid-setup` unless all types are right */
function readData(given: GeneratedData, argument: string, path: string): GeneratedData {
  const problems: Problem[] = [];
  const data = readGeneratedData(given, path, problems) as GeneratedData;
  if (problems.length > 0) throw refusal('invalid-setup', argument, problems);
  return data;
}

/** The lab with the network engine: what `Lab` can, and networks that train. */
export class TrainingLab extends Lab {
  readonly choices: Choices;
  readonly #core: TrainingCore;

  /** Use `loadTrainingLab`. */
  constructor(core: TrainingCore) {
    super(core);
    this.#core = core;
    this.choices = jsonOf(core.describeChoices()) as Choices;
  }

  /**
   * A network, ready to be trained. Its memory is freed by `dispose`, or some time after nothing refers to it.
   *
   * @throws EngineError `invalid-setup` or `too-large`, with everything that is wrong in `problems`; `invalid-input`,
   *   `shape-mismatch` or `detached-buffer` where points are not well formed
   */
  trainer(spec: TrainerSpec): Trainer {
    const problems: Problem[] = [];
    const setup = readSpec(spec, '', problems) as Setup;
    if (problems.length > 0) throw refusal('invalid-setup', 'spec', problems);
    const { data } = spec;
    const handle = isGenerated(data) ? this.#createOfDataSet(setup, data) : this.#createOfPoints(setup, data);
    return new Trainer(this.#core, handle);
  }

  /**
   * A trainer as it was when `Trainer.save` wrote the document; it goes on with the same bits.
   *
   * @throws EngineError `invalid-document` or `too-large`, with everything that is wrong in `problems`
   */
  loadTrainer(document: string): Trainer {
    if (typeof document !== 'string') {
      throw new EngineError('invalid-document', 'document', `must be a text, not ${describe(document)}`);
    }
    const { documentBytes } = this.choices.limits;
    if (document.length > documentBytes) {
      throw refusal('too-large', 'document', [
        { code: 'too_large', path: '', minimum: document.length, maximum: documentBytes },
      ]);
    }
    giveText(this.#core, document);
    const handle = this.#core.loadTrainer();
    if (handle === 0) throw refusal('invalid-document', 'document', problemsOf(this.#core));
    return new Trainer(this.#core, handle);
  }

  #createOfDataSet(setup: Setup, given: GeneratedData): number {
    const data = readData(given, 'spec', 'data');
    const { columns } = this.choices.datasets.find(({ key }) => key === data.dataset) ?? { columns: 2 };
    giveJson(this.#core, { ...setup, data, columns });
    const handle = this.#core.createTrainerOfDataSet();
    if (handle !== 0) return handle;
    const problems = problemsOf(this.#core);
    // A data set that does not fit the task is named itself.
    const others = problems.filter(({ path }) => path !== 'columns');
    throw refusal('invalid-setup', 'spec', others.length > 0 ? others : problems);
  }

  #createOfPoints(setup: Setup, data: OwnData): number {
    const { columns, train, test } = givePoints(this.#core, data, this.choices.limits.trainerBytes);
    giveJson(this.#core, { ...setup, data: undefined, columns });
    const handle = this.#core.createTrainer(columns, train, test);
    if (handle === 0) throw refusal('invalid-setup', 'spec', problemsOf(this.#core).map(asOwnData));
    return handle;
  }
}
