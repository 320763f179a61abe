import type { EngineErrorCode } from '../engine/errors';
import type { Problem } from '../engine/problem';
import type { Divergence, Progress, Snapshot, SnapshotRequest } from '../engine/training/observation';
import type { Shape } from '../engine/training/shape';
import type { DataSpec, HyperParameters, OwnData, TrainerSpec } from '../engine/training/spec';
import type { RunState, StopRule } from '../engine/training/stop-rule';
import type { Trainer } from '../engine/training/trainer';
import type { Question } from './ports';
import type { RuleReason } from './rule-run';
import type { TrialResult } from './trial';

/** What the page and its worker say to each other. Everything is plain data; arrays are moved, not shared. */

export type Unit = 'sample' | 'batch' | 'epoch';

/** Reached when so many samples, steps or epochs have been done since the reset. */
export interface Goal {
  readonly unit: Unit;
  readonly at: number;
}

/** Steps between two frames of the page, or as many as there is time for. */
export type Pace = 'fastest' | number;

/** A net as it was made or loaded. */
export interface Net {
  /** Complete: what was left out has its default. */
  readonly spec: TrainerSpec;
  /** The points behind `spec.data`. */
  readonly data: Required<OwnData>;
  readonly shape: Shape;
  readonly progress: Progress;
}

/**
 * Why a run ended: it was paused, it arrived, every net has diverged, another run or other nets took its place, or what of its
 * rule the first net met.
 */
export type StopReason = 'paused' | 'goal' | 'diverged' | 'replaced' | RuleReason;

/** What nets can be made of again at any time, and how far each one was on its way to the rule of a run, if there was one. */
export interface Saved {
  /** One for each net. */
  readonly documents: readonly string[];
  readonly ruleStates: readonly RunState[] | null;
}

interface Call<Given, Answer> {
  readonly given: Given;
  readonly answer: Answer;
}

type Nothing = Readonly<Record<string, never>>;

/** What the page can ask for. A net is named by its place among those that train together. */
export interface Calls {
  /** Nets that train in lockstep take the place of those there are, or nothing changes. */
  readonly create: Call<
    {
      readonly specs: readonly TrainerSpec[];
      /** Every net begins with the weights of the first one, layer by layer, where the shapes allow. */
      readonly sameStart: boolean;
    },
    readonly Net[]
  >;
  readonly load: Call<{ readonly documents: readonly string[] }, readonly Net[]>;
  /** Trains on until the goal, or what the rule wants, if there is one, or a pause; at the pace, or as fast as it can. */
  readonly run: Call<
    {
      readonly goal: Goal | null;
      readonly rule: StopRule | null;
      /** From where each net goes on to the rule; `null`: it begins here. */
      readonly ruleStates: readonly RunState[] | null;
      readonly isPaced: boolean;
    },
    null
  >;
  /** A run to a goal counted from here, as fast as it can. */
  readonly step: Call<{ readonly unit: Unit; readonly count: number }, Goal>;
  readonly pause: Call<Nothing, null>;
  readonly pace: Call<{ readonly pace: Pace }, null>;
  /** What each snapshot shall hold. */
  readonly observe: Call<{ readonly request: SnapshotRequest }, null>;
  /** Nothing is trained and nothing shown until it is over. */
  readonly suspend: Call<{ readonly suspended: boolean }, null>;
  readonly set: Call<{ readonly net: number; readonly hyper: HyperParameters }, null>;
  readonly reset: Call<Nothing, null>;
  readonly reseed: Call<{ readonly seed: number }, null>;
  readonly setWeight: Call<{ readonly net: number; readonly index: number; readonly value: number }, null>;
  readonly setWeights: Call<{ readonly net: number; readonly values: Float32Array }, null>;
  /** The net begins anew from these weights, to which a reset returns. */
  readonly setInitialWeights: Call<{ readonly net: number; readonly values: Float32Array }, null>;
  /** All nets go on with other points of as many columns; gives the nets with their new shapes. */
  readonly setData: Call<{ readonly data: DataSpec }, readonly Net[]>;
  /** All nets, back to the last moment at which all was well; refused where none is known. */
  readonly rewind: Call<Nothing, readonly Net[]>;
  /** Of one net; what is given are the arguments of the trainer's method. */
  readonly ask: Call<
    { readonly net: number; readonly question: Question; readonly given: readonly unknown[] },
    ReturnType<Trainer[Question]>
  >;
  readonly save: Call<Nothing, Saved>;
  /** One net, apart from the others, from its start to a stop condition. Ended by a pause: `null`. */
  readonly trial: Call<{ readonly spec: TrainerSpec; readonly stop: StopRule }, TrialResult | null>;
  /** Shows that the worker lives. */
  readonly ping: Call<Nothing, null>;
}

export type CallName = keyof Calls;
export type Given<Name extends CallName> = Calls[Name]['given'];
export type Answer<Name extends CallName> = Calls[Name]['answer'];

export type CallMessage = {
  readonly [Name in CallName]: {
    readonly type: 'call';
    /** Comes back with the answer. */
    readonly id: number;
    readonly name: Name;
    readonly given: Given<Name>;
  };
}[CallName];

export type ToWorker =
  /** The first message: the compiled core, or its address. */
  | { readonly type: 'init'; readonly wasm: WebAssembly.Module | string }
  /** The last snapshot is on the screen; the next one may come. */
  | { readonly type: 'drawn' }
  | CallMessage;

/** An EngineError as plain data. */
export interface Refusal {
  readonly code: EngineErrorCode;
  readonly argument: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<CallName> }
  /** `id` is that of the call; `null` for a message that was not understood so far. */
  | { readonly type: 'refused'; readonly id: number | null; readonly refusal: Refusal }
  /** One for each net. The next one waits until this one is drawn. */
  | { readonly type: 'snapshot'; readonly nets: readonly Snapshot[] }
  | { readonly type: 'diverged'; readonly net: number; readonly divergence: Divergence }
  | { readonly type: 'stopped'; readonly reason: StopReason; readonly progress: readonly Progress[] }
  | { readonly type: 'trialProgress'; readonly id: number; readonly progress: Progress }
  /** The core cannot be used any more: only another worker helps. */
  | { readonly type: 'crashed'; readonly refusal: Refusal };
