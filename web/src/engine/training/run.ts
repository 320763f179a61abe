import type { TrainingCore } from '#training-core';
import { checkNumber, checkOptions, describe } from '../arguments';
import { EngineError } from '../errors';
import type { Problem } from '../problem';
import { checkWhole } from './arguments';
import { giveJson } from './exchange';
import { finiteOrNull } from './number-reader';
import { problemsOf, refusal } from './refusal';
import { readStopRule } from './setup-reader';
import { type RunState, STOP_REASONS, type StopReason } from './stop-rule';

/** So many steps are days: more are a mistake. */
export const MOST_STEPS = 1e9;

function checkState(state: unknown, epochs: number): RunState {
  if (state === undefined) return { reason: null, lowestLoss: null, lowestEpoch: 0 };
  const { reason, lowestLoss, lowestEpoch } = checkOptions(state, 'options.state');
  if (reason !== null && !STOP_REASONS.includes(reason as StopReason)) {
    throw new EngineError('invalid-option', 'options.state.reason', `cannot be ${describe(reason)}`);
  }
  return {
    reason: reason as StopReason | null,
    lowestLoss: lowestLoss === null ? null : checkNumber(lowestLoss, 'options.state.lowestLoss'),
    lowestEpoch: checkWhole(lowestEpoch, 'options.state.lowestEpoch', 0, epochs),
  };
}

/** @throws EngineError `invalid-option` or `invalid-input` */
export function runUntil(
  core: TrainingCore,
  trainer: number,
  rule: unknown,
  options: unknown,
  epochs: number,
): RunState {
  const { steps = MOST_STEPS, state } = checkOptions(options, 'options');
  const most = checkWhole(steps, 'options.steps', 0, MOST_STEPS);
  const reached = checkState(state, epochs);
  if (reached.reason !== null) return reached;
  const problems: Problem[] = [];
  const checked = readStopRule(rule, '', problems);
  if (problems.length > 0) throw refusal('invalid-option', 'rule', problems);
  giveJson(core, checked);
  const { lowestLoss, lowestEpoch } = reached;
  const numbers = core.runUntil(trainer, lowestLoss ?? Number.POSITIVE_INFINITY, lowestEpoch, most);
  if (numbers.length === 0) throw refusal('invalid-option', 'rule', problemsOf(core));
  const [reason, loss, epoch] = numbers as unknown as readonly [number, number, number];
  return { reason: STOP_REASONS[reason] ?? null, lowestLoss: finiteOrNull(loss), lowestEpoch: epoch };
}
