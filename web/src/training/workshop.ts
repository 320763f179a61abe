import { EngineError } from '../engine/errors';
import type { HyperParameters } from '../engine/training/spec';
import type { Host } from './host';
import { Lockstep } from './lockstep';
import type { TrainerPort, TrainingLabPort } from './ports';
import type { Answer, CallName, Given } from './protocol';
import { RuleRun } from './rule-run';
import { Runner } from './runner';
import { Trial } from './trial';

/** The answer will come by itself. */
export const LATER = Symbol('later');

type Answers = {
  readonly [Name in CallName]: (given: Given<Name>, id: number) => Answer<Name> | typeof LATER;
};

interface RunningTrial {
  /** Of the call that is to be answered. */
  readonly id: number;
  readonly trial: Trial;
  /** When the page was last told how far it is. */
  toldAt: number;
}

/** From one word about a trial's progress to the next. */
const TELLING_MS = 100;

/** What a worker has, and what it does when called. Calls throw an EngineError where they are refused. */
export class Workshop {
  readonly runner: Runner;
  readonly #host: Host;
  readonly #lab: TrainingLabPort;
  #running: RunningTrial | undefined;
  #isSuspended = false;

  constructor(host: Host, lab: TrainingLabPort) {
    this.#host = host;
    this.#lab = lab;
    this.runner = new Runner(host);
  }

  get isBusy(): boolean {
    return !this.#isSuspended && (this.#running !== undefined || this.runner.isBusy);
  }

  slice(): void {
    if (this.#running === undefined) this.runner.slice();
    else this.#sliceTrial(this.#running);
  }

  show(): void {
    if (!this.#isSuspended) this.runner.show();
  }

  /** Forgets what a crashed core cannot even free. */
  abandon(): void {
    this.#running = undefined;
    this.runner.abandon();
  }

  dispose(): void {
    this.#running?.trial.dispose();
    this.#running = undefined;
    this.runner.dispose();
  }

  readonly answers: Answers = {
    create: ({ specs, sameStart }) => this.#replace(Lockstep.create(this.#lab, specs, sameStart)),
    load: ({ documents }) => this.#replace(Lockstep.load(this.#lab, documents)),
    run: ({ goal, rule, ruleStates, isPaced }) => {
      const { trainers } = this.#nets();
      this.runner.start({ goal, rule: rule && new RuleRun(trainers, rule, ruleStates), isPaced });
      return null;
    },
    step: ({ unit, count }) => {
      const goal = this.#nets().goalAfter(unit, count);
      this.runner.start({ goal, rule: null, isPaced: false });
      return goal;
    },
    pause: () => {
      this.runner.stop('paused');
      this.#endTrial(null);
      return null;
    },
    pace: ({ pace }) => {
      this.runner.setPace(pace);
      return null;
    },
    observe: ({ request }) => {
      this.runner.setRequest(request);
      return null;
    },
    suspend: ({ suspended }) => {
      this.#isSuspended = suspended;
      return null;
    },
    set: ({ net, hyper }) => this.#set(this.#net(net), hyper),
    reset: () => this.#change(this.#nets().trainers, (trainer) => trainer.reset()),
    reseed: ({ seed }) => this.#change(this.#nets().trainers, (trainer) => trainer.reseed(seed)),
    setWeight: ({ net, index, value }) =>
      this.#change([this.#net(net)], (trainer) => {
        const weights = trainer.weights();
        if (index >= weights.length) throw outOfRange('index', index, weights.length);
        weights[index] = value;
        trainer.setWeights(weights);
      }),
    setWeights: ({ net, values }) => this.#change([this.#net(net)], (trainer) => trainer.setWeights(values)),
    setInitialWeights: ({ net, values }) =>
      this.#change([this.#net(net)], (trainer) => trainer.setInitialWeights(values)),
    setData: ({ data }) => {
      const nets = this.#nets();
      nets.setData(this.#lab, data);
      this.runner.beginAnew();
      return nets.nets;
    },
    rewind: () => {
      this.#nets();
      const nets = this.runner.rewind((documents) => Lockstep.load(this.#lab, documents));
      if (nets === undefined) throw new EngineError('invalid-input', 'checkpoint', 'there is none');
      return nets.nets;
    },
    ask: ({ net, question, given }) => {
      const trainer = this.#net(net);
      const answerTo = trainer[question] as (...given: readonly unknown[]) => Answer<'ask'>;
      return answerTo.apply(trainer, [...given]);
    },
    save: () => ({ documents: this.#nets().save(), ruleStates: this.runner.ruleStates }),
    trial: ({ spec, stop }, id) => {
      const trainer = this.#lab.trainer(spec);
      try {
        const trial = new Trial(trainer, stop, this.#host.now);
        this.#endTrial(null);
        this.#running = { id, trial, toldAt: this.#host.now() };
        return LATER;
      } catch (error) {
        trainer.dispose();
        throw error;
      }
    },
    ping: () => null,
  };

  #sliceTrial(running: RunningTrial): void {
    const { id, trial } = running;
    if (trial.slice()) {
      this.#endTrial(trial.result);
      return;
    }
    const now = this.#host.now();
    if (now - running.toldAt < TELLING_MS) return;
    running.toldAt = now;
    this.#host.post({ type: 'trialProgress', id, progress: trial.progress });
  }

  #endTrial(answer: Answer<'trial'>): void {
    if (this.#running === undefined) return;
    const { id, trial } = this.#running;
    this.#running = undefined;
    trial.dispose();
    this.#host.post({ type: 'answer', id, answer });
  }

  #nets(): Lockstep {
    const { nets } = this.runner;
    if (nets === undefined) throw new EngineError('invalid-input', 'net', 'there is none yet');
    return nets;
  }

  #net(index: number): TrainerPort {
    const { trainers } = this.#nets();
    const trainer = trainers[index];
    if (trainer === undefined) throw outOfRange('net', index, trainers.length);
    return trainer;
  }

  #replace(nets: Lockstep): Answer<'create'> {
    const answer = nets.nets;
    this.runner.replace(nets);
    return answer;
  }

  #set(trainer: TrainerPort, hyper: HyperParameters): null {
    trainer.set(hyper);
    this.runner.changed();
    return null;
  }

  /** What makes another training of it: there is no way back to the one before. */
  #change(trainers: readonly TrainerPort[], change: (trainer: TrainerPort) => void): null {
    for (const trainer of trainers) change(trainer);
    this.runner.beginAnew();
    return null;
  }
}

function outOfRange(argument: string, value: number, limit: number): EngineError {
  return new EngineError('invalid-input', argument, `must be less than ${limit}, not ${value}`);
}
