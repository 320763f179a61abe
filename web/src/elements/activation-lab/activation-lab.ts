import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/number-format';
import type { StateProblem } from '../../state/codec';
import { writeQuery } from '../../state/query';
import { define } from '../define';
import { NetworkElement } from '../network/network-element';
import { PartAccess } from '../network/parts';
import { GoalWatch } from './goal-watch';
import { type FlagName, flagsCodec, type LabFlags } from './lab-flags';
import { labAddress } from './lab-link';
import { labStyles } from './lab-styles';
import { LAB_TEXTS, type LabTexts } from './lab-texts';
import { progressOf, type TrainingProgress } from './progress';

/** Attributes that are flags with a value; `autoplay` and `embed` are there or not. */
const WRITTEN_FLAGS: readonly FlagName[] = ['hide', 'lock', 'task', 'goal'];

const PROGRESS_INTERVAL_MS = 250;

/** How far the training is, now and then while it goes on, and whenever it begins or ends. */
export type TrainingProgressEvent = CustomEvent<TrainingProgress>;

/**
 * The lab: a network, and everything that can be set, seen and taken away of it.
 *
 * Attributes, properties and events are those of LabElement. Keys of `state`: see NetworkState.
 *
 * @attr hide     Parts that are not there, as in `hide=features,noise`: see PARTS.
 * @attr lock     Parts that are there, but cannot be changed.
 * @attr task     What the reader shall do, at most 280 characters.
 * @attr goal     When the task is done: `score:0.95`, `loss:0.1`, with `:train` on the training data instead of the test data.
 * @attr autoplay It begins to train by itself when it comes into view, unless the reader prefers reduced motion.
 * @attr embed    It is part of another page: without its tool bar, on the page's own background.
 * @fires training-progress bubbles, composed; see TrainingProgressEvent.
 * @fires goal-reached bubbles, composed; once for each training. `detail` as that of training-progress.
 */
export class ActivationLab extends NetworkElement {
  static override properties: PropertyDeclarations = {
    ...NetworkElement.properties,
    flags: { attribute: false },
    isDone: { state: true },
    dialog: { state: true },
    dialogFailed: { state: true },
  };

  static override styles: CSSResultGroup = [NetworkElement.styles, labStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...WRITTEN_FLAGS, 'embed'];
  }

  declare flags: LabFlags;
  /** The goal has been reached in this training. */
  declare private isDone: boolean;
  declare private dialog: 'open' | 'share' | undefined;
  /** A part of the page could not be fetched. */
  declare private dialogFailed: boolean;

  #parts = new PartAccess();
  #partsOf: LabFlags | undefined;
  /** Until there is a language to tell them in. */
  #problems: readonly StateProblem[] = [];
  #toldAt = 0;
  readonly #goal = new GoalWatch(() => {
    this.isDone = true;
    this.announce(this.#texts.taskDone);
    this.#tell('goal-reached');
  });

  constructor() {
    super();
    this.flags = { ...flagsCodec.initial, autoplay: false };
    this.isDone = false;
    this.dialogFailed = false;
  }

  get #texts(): LabTexts {
    return LAB_TEXTS[this.locale];
  }

  /** How far the training is; `undefined` before there is a network. */
  get progress(): TrainingProgress | undefined {
    return this.experiment && progressOf(this.experiment);
  }

  run(): void {
    this.command('run');
  }

  pause(): void {
    this.command('pause');
  }

  /** Back to the initial weights. */
  restart(): void {
    this.command('reset');
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'embed' || name === 'autoplay') this.#takeSwitch(name, value !== null);
    else if (WRITTEN_FLAGS.includes(name as FlagName)) this.#takeFlag(name as FlagName, value ?? '');
  }

  protected override willUpdate(): void {
    if (this.autoplay !== this.flags.autoplay) this.autoplay = this.flags.autoplay;
    this.toggleAttribute('embed', this.flags.embed);
    this.#goal.goal = this.flags.goal;
  }

  protected override get parts(): PartAccess {
    if (this.#partsOf !== this.flags) {
      this.#partsOf = this.flags;
      this.#parts = new PartAccess(this.flags.hide, this.flags.lock);
    }
    return this.#parts;
  }

  protected override stateRestored(): void {
    super.stateRestored();
    const problems = this.#problems;
    this.#problems = [];
    this.report(problems);
  }

  protected override trainingChanged(): void {
    const { experiment } = this;
    if (experiment === undefined) return;
    if (experiment.steps === 0) this.isDone = false;
    this.#tell('training-progress');
  }

  protected override trainingSeen(): void {
    const { progress } = this;
    if (progress === undefined) return;
    if (progress.steps === 0) this.isDone = false;
    this.#goal.see(progress);
    const now = performance.now();
    if (now - this.#toldAt < PROGRESS_INTERVAL_MS) return;
    this.#toldAt = now;
    this.#tell('training-progress');
  }

  protected override renderTop(): TemplateResult {
    const { task, embed } = this.flags;
    return html`
      ${embed ? nothing : this.#toolBar()}
      ${task === '' && this.flags.goal === undefined ? nothing : this.#task()}
      ${this.dialogFailed ? html`<p role="alert">${this.t.common.partMissing}</p>` : nothing}
    `;
  }

  protected override renderBottom(): TemplateResult | typeof nothing {
    if (!this.flags.embed) return nothing;
    const flags = { ...this.flags, embed: false, hide: [], lock: [] };
    const address = labAddress({ lang: this.locale, theme: this.theme, flags, state: this.state });
    return html`<p class="full"><a href=${address} target="_blank" rel="noopener">${this.#texts.openFull}</a></p>`;
  }

  #toolBar(): TemplateResult {
    return html``;
  }

  #task(): TemplateResult {
    const texts = this.#texts;
    const { task, goal } = this.flags;
    return html`
      <section class="task" aria-label=${texts.task}>
        <p>${task}</p>
        ${
          goal === undefined
            ? nothing
            : html`
              <p class="goal" ?data-done=${this.isDone}>
                ${this.isDone ? texts.taskDone : texts.goals[goal.measure][goal.split](formatNumber(goal.value))}
              </p>
            `
        }
      </section>
    `;
  }

  #takeSwitch(name: 'embed' | 'autoplay', isOn: boolean): void {
    if (this.flags[name] !== isOn) this.flags = { ...this.flags, [name]: isOn };
  }

  #takeFlag(name: FlagName, value: string): void {
    const { state, problems } = flagsCodec.decode(writeQuery([[name, value]]), this.flags);
    this.flags = { ...this.flags, [name]: state[name] };
    if (this.lab === undefined) this.#problems = [...this.#problems, ...problems];
    else this.report(problems);
  }

  #tell(type: 'training-progress' | 'goal-reached'): void {
    const detail = this.progress;
    if (detail !== undefined)
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

define('activation-lab', ActivationLab);

declare global {
  interface HTMLElementTagNameMap {
    'activation-lab': ActivationLab;
  }
}
