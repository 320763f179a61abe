import type { TrainingCore } from '#training-core';
import { describe } from '../arguments';
import { EngineError } from '../errors';
import { Lab } from '../lab';
import type { Problem } from '../problem';
import type { Choices } from './choices';
import { giveJson, giveText, jsonOf } from './exchange';
import { givePoints } from './own-points';
import { problemsOf, refusal } from './refusal';
import { readSpec } from './setup-reader';
import type { TrainerSpec } from './spec';
import { Trainer } from './trainer';

/** The core calls the splits `train` and `test`, and has their columns in the set-up. */
function asWritten(problem: Problem): Problem {
  if (problem.path === 'columns') return { ...problem, path: 'data.train.columns' };
  return /^(train|test)\./.test(problem.path) ? { ...problem, path: `data.${problem.path}` } : problem;
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
    const setup = readSpec(spec, '', problems) as Omit<TrainerSpec, 'data'> | undefined;
    if (setup === undefined || problems.length > 0) throw refusal('invalid-setup', 'spec', problems);
    const { data } = spec;
    const points = givePoints(this.#core, data, this.choices.limits.trainerBytes);
    giveJson(this.#core, { ...setup, data: undefined, columns: points.columns });
    const handle = this.#core.createTrainer(points.columns, points.train, points.test);
    if (handle === 0) throw refusal('invalid-setup', 'spec', problemsOf(this.#core).map(asWritten));
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
}
