import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { formatNumber } from '../../i18n/number-format';
import type { Codec, StateProblem } from '../../state/codec';
import { writeQuery } from '../../state/query';
import { define } from '../define';
import { type NetworkState, networkCodec } from '../network/model/network-state';
import { fitsIntoLink } from '../network/model/own-points';
import { RunHistory } from '../network/model/run-history';
import type { TrainingAccess } from '../network/model/training-access';
import { NetworkElement } from '../network/network-element';
import { PartAccess } from '../network/parts';
import { refusalText } from '../network/problem-text';
import '../network/results/run-history-panel';
import type { RunOpenEvent } from '../network/results/run-history-panel';
import { textsOf } from '../network/texts';
import { linkIcon, openIcon } from '../shared/icons';
import { GoalWatch } from './goal-watch';
import { type FlagName, flagsCodec, type LabFlags } from './lab-flags';
import { labAddress } from './lab-link';
import { labStyles } from './lab-styles';
import { LAB_TEXTS, type LabTexts } from './lab-texts';
import type { Opened } from './open-dialog';
import type { Playground } from './playground';
import { progressOf, type TrainingProgress } from './progress';

/** Attributes that are flags with a value, and those that are there or not. */
const WRITTEN_FLAGS = ['hide', 'lock', 'task', 'goal'] as const satisfies readonly FlagName[];
const SWITCHES = ['autoplay', 'embed'] as const satisfies readonly FlagName[];

/** Flags before anybody has said anything: an element without attributes waits. */
const UNSAID: LabFlags = { ...flagsCodec.initial, autoplay: false };

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
    hide: {},
    lock: {},
    task: {},
    goal: {},
    embed: { type: Boolean, reflect: true },
    isDone: { state: true },
    dialog: { state: true },
    dialogFailed: { state: true },
  };

  static override styles: CSSResultGroup = [NetworkElement.styles, labStyles];

  /** What the attributes say; whoever sets this need not set them. */
  declare flags: LabFlags;
  declare hide: string | null;
  declare lock: string | null;
  declare task: string | null;
  declare goal: string | null;
  declare embed: boolean;
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
  readonly #runs = new RunHistory();
  #codec: Codec<NetworkState> | undefined;
  #opened: Opened | undefined;
  #playground: Playground | undefined;
  readonly #goalWatch = new GoalWatch(() => {
    this.isDone = true;
    this.announce(this.#texts.taskDone);
    this.#tell('goal-reached');
  });

  constructor() {
    super();
    this.flags = UNSAID;
    this.embed = false;
    this.isDone = false;
    this.dialogFailed = false;
    this.addEventListener('dragover', this.#dragOver);
    this.addEventListener('drop', (event) => void this.#drop(event));
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    const areGiven = changed.has('flags') && this.flags !== UNSAID;
    for (const name of WRITTEN_FLAGS) if (changed.has(name)) this.#takeFlag(name, this[name] ?? '');
    for (const name of SWITCHES) {
      if (areGiven) this[name] = this.flags[name];
      else if (this.flags[name] !== this[name]) this.flags = { ...this.flags, [name]: this[name] };
    }
    this.#goalWatch.goal = this.flags.goal;
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

  protected override trainingEnded(state: NetworkState): void {
    const { experiment } = this;
    if (experiment === undefined) return;
    this.#runs.add(state, experiment.history, experiment.hash);
    this.requestUpdate();
  }

  #runHistory(): TemplateResult | typeof nothing {
    const { access, model } = this;
    if (access === undefined || !this.parts.shows('run-history')) return nothing;
    this.#codec ??= networkCodec(access.choices);
    return html`
      <al-run-history
        .choices=${access.choices}
        .model=${model}
        .parts=${this.parts}
        .history=${this.#runs}
        .codec=${this.#codec}
        .count=${this.#runs.runs.length}
        @run-open=${(event: RunOpenEvent) => this.take(event.detail)}
      ></al-run-history>
    `;
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
    this.#goalWatch.see(progress);
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
      ${this.#openedNotice()} ${this.#dialog()}
    `;
  }

  protected override renderBottom(): TemplateResult {
    return html`${this.#runHistory()} ${this.flags.embed ? this.#fullLab() : nothing}`;
  }

  #fullLab(): TemplateResult {
    const flags = { ...this.flags, embed: false, hide: [], lock: [] };
    const address = labAddress({ lang: this.locale, theme: this.theme, flags, state: this.state });
    return html`<p class="full"><a href=${address} target="_blank" rel="noopener">${this.#texts.openFull}</a></p>`;
  }

  #toolBar(): TemplateResult {
    const texts = this.#texts;
    return html`
      <div class="tools">
        <button type="button" @click=${() => void this.#show('open')}>${openIcon} ${texts.open}</button>
        <button type="button" @click=${() => void this.#show('share')}>${linkIcon} ${texts.share}</button>
      </div>
    `;
  }

  #dialog(): TemplateResult | typeof nothing {
    const { dialog, experiment } = this;
    const close = (): void => {
      this.dialog = undefined;
    };
    if (dialog === 'open') return html`<al-open-dialog .open=${this.#open} @close=${close}></al-open-dialog>`;
    if (dialog !== 'share' || this.#playground === undefined) return nothing;
    const texts = this.#texts;
    const { points } = this.model;
    const warnings = [
      ...(fitsIntoLink(points) ? [] : [texts.linkWithoutPoints]),
      ...((experiment?.steps ?? 0) > 0 ? [texts.linkWithoutWeights] : []),
    ];
    return html`
      <al-share-dialog
        .state=${this.state}
        .flags=${this.flags}
        .warnings=${warnings}
        .playground=${this.#playground}
        @close=${close}
      ></al-share-dialog>
    `;
  }

  async #show(dialog: 'open' | 'share'): Promise<void> {
    try {
      if (dialog === 'open') await import('./open-dialog');
      else {
        const [{ playgroundOf }] = await Promise.all([import('./playground'), import('./share-dialog')]);
        this.#playground = playgroundOf(this.#texts, this.specOfState(), this.model);
      }
      this.dialogFailed = false;
      this.dialog = dialog;
    } catch {
      this.dialogFailed = true;
    }
  }

  /** Opens a session, a link or rows of numbers; what cannot be used leaves everything as it was. */
  readonly #open = async (text: string): Promise<Opened> => {
    const texts = this.#texts;
    try {
      const { openText } = await import('./open-text');
      return await openText(text, {
        texts,
        networkTexts: textsOf(this),
        lab: (this.access as TrainingAccess).lab,
        model: this.model,
        openDocument: (document) => this.openDocument(document),
        stateOf: (spec) => this.stateOf(spec),
        take: (values) => this.take(values),
        takeState: (state) => {
          this.state = state;
          this.dispatchEvent(
            new CustomEvent('state-change', { detail: { state: this.state }, bubbles: true, composed: true }),
          );
        },
      });
    } catch (failure) {
      return { refusal: refusalText(textsOf(this), failure), remarks: [] };
    }
  };

  readonly #dragOver = (event: DragEvent): void => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && !types.includes('text/plain')) return;
    event.preventDefault();
  };

  readonly #drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const given = file === undefined ? event.dataTransfer?.getData('text/plain') : await file.text();
    if (given === undefined || given === '') return;
    this.#opened = await this.#open(given);
    this.requestUpdate();
  };

  #task(): TemplateResult {
    const texts = this.#texts;
    const { task, goal } = this.flags;
    return html`
      <section class="task" aria-label=${texts.task}>
        ${task === '' ? nothing : html`<p>${task}</p>`}
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

  /** What came of something that was dropped. */
  #openedNotice(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (opened === undefined || (opened.refusal === undefined && opened.remarks.length === 0)) return nothing;
    const texts = this.#texts;
    return html`
      <div class="notice ${opened.refusal === undefined ? 'calm' : ''}" role="alert">
        <div>
          <p>${opened.refusal ?? texts.openedOther}</p>
          ${opened.remarks.length === 0 ? nothing : html`<ul>${opened.remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`}
        </div>
        <button
          type="button"
          @click=${() => {
            this.#opened = undefined;
            this.requestUpdate();
          }}
        >${this.t.common.dismiss}</button>
      </div>
    `;
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
