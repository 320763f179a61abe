import type { TrainingGoal } from '../network/model/goal-field';
import type { TrainingProgress } from './progress';

/** Says when a goal is reached: once for each training. */
export class GoalWatch {
  goal: TrainingGoal | undefined;
  readonly #reached: () => void;
  #isReached = false;
  #steps = 0;

  constructor(reached: () => void) {
    this.#reached = reached;
  }

  see(progress: TrainingProgress): void {
    // The training has begun anew, or gone back.
    if (progress.steps < this.#steps) this.#isReached = false;
    this.#steps = progress.steps;
    if (this.#isReached || progress.steps === 0 || !this.#isMet(progress)) return;
    this.#isReached = true;
    this.#reached();
  }

  #isMet({ train, test }: TrainingProgress): boolean {
    if (this.goal === undefined) return false;
    const { measure, value, split } = this.goal;
    // Where there are no test data, those of the training count.
    const evaluation = split === 'test' && test.loss !== null ? test : train;
    const reached = evaluation[measure];
    if (reached === null) return false;
    return measure === 'loss' ? reached < value : reached >= value;
  }
}
