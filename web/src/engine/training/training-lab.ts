import type { TrainingCore } from '#training-core';
import { describe, type Numbers } from '../arguments';
import { ElementWise, type EvaluateOptions, type Evaluation } from '../element-wise';
import { EngineError } from '../errors';
import type { Problem } from '../problem';
import { jsonOf } from '../texts';
import type { Choices } from './choices';
import { type CsvNames, type CsvOptions, type CsvPoints, readCsv, writeCsv } from './csv';
import { giveJson, giveText } from './exchange';
import { checkGeneratedData, isGenerated, withoutData } from './generated-data';
import { giveData, pointsOf } from './own-points';
import { problemsOf, refusal } from './refusal';
import { readSpec } from './setup-reader';
import type { GeneratedData, OwnData, Points, TrainerSpec } from './spec';
import { Trainer } from './trainer';

type Setup = Omit<TrainerSpec, 'data'>;

/** The core calls the splits `train` and `test`, and has the number of their columns in the set-up. */
function asOwnData(problem: Problem): Problem {
  if (problem.path === 'columns') return { ...problem, path: 'data.train.columns' };
  return /^(train|test)\./.test(problem.path) ? { ...problem, path: `data.${problem.path}` } : problem;
}

/**
 * The network engine, ready for use: networks that train, and the curves of the activations that their layers have. For all
 * else that there is to say of an activation, see `Lab`. Refused calls and numbers: as there.
 */
export class TrainingLab {
  readonly choices: Choices;
  readonly #core: TrainingCore;
  readonly #elementWise: ElementWise;

  /** Use `loadTrainingLab`. */
  constructor(core: TrainingCore) {
    this.#core = core;
    this.choices = jsonOf(core.describeChoices()) as Choices;
    this.#elementWise = new ElementWise(core, this.choices.activations, () => [
      core.valueView(),
      core.derivativeView(),
    ]);
  }

  /** As `Lab.evaluate`, with the same bits, but for the second derivative. */
  evaluate(key: string, x: Numbers, options?: EvaluateOptions<0 | 1>): Evaluation {
    return this.#elementWise.evaluate(key, x, options);
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
    if (data === undefined) {
      throw refusal('invalid-setup', 'spec', [{ code: 'missing', path: 'data', minimum: 0, maximum: 0 }]);
    }
    const handle = isGenerated(data) ? this.#createOfDataSet(setup, data) : this.#createOfPoints(setup, data);
    return new Trainer(this.#core, handle, this.choices.limits);
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
    return new Trainer(this.#core, handle, this.choices.limits);
  }

  /**
   * The points of a data set of the catalogue.
   *
   * @throws EngineError `invalid-setup`, with everything that is wrong in `problems`
   */
  generate(data: GeneratedData): Required<OwnData> {
    giveJson(this.#core, checkGeneratedData(data, 'data', ''));
    const samples = this.#core.generate().slice();
    if (samples.length === 0) throw refusal('invalid-setup', 'data', problemsOf(this.#core).map(withoutData));
    const [columns, train] = this.#core.numbers() as unknown as readonly [number, number];
    const end = train * (columns + 1);
    return {
      train: pointsOf(samples.subarray(0, end), columns),
      test: pointsOf(samples.subarray(end), columns),
    };
  }

  /**
   * Points from comma-separated values (RFC 4180), one in each row; all columns but the target's are inputs. The separator
   * is found out; so are classes, by number or by label, and a header.
   *
   * @throws EngineError `invalid-csv`, with what is wrong and where in `problems`; `invalid-option` or `invalid-input`
   */
  readCsv(text: string, options: CsvOptions = {}): CsvPoints {
    return readCsv(this.#core, text, options, this.choices.limits.csvBytes);
  }

  /**
   * Comma-separated values, with a header, that `readCsv` reads as the same points, bit for bit.
   *
   * @throws EngineError `invalid-option` where the names do not fit the points; `invalid-input`, `shape-mismatch`,
   *   `detached-buffer` or `too-large` where these are not well formed
   */
  writeCsv(points: Points, names: Partial<CsvNames> = {}): string {
    return writeCsv(this.#core, points, names, this.choices.limits.trainerBytes);
  }

  #createOfDataSet(setup: Setup, given: GeneratedData): number {
    const data = checkGeneratedData(given, 'spec', 'data');
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
    const { columns, train, test } = giveData(
      this.#core,
      data,
      this.choices.limits.trainerBytes,
      'spec.data',
    );
    giveJson(this.#core, { ...setup, data: undefined, columns });
    const handle = this.#core.createTrainer(columns, train, test);
    if (handle === 0) throw refusal('invalid-setup', 'spec', problemsOf(this.#core).map(asOwnData));
    return handle;
  }
}
