import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { TrainerSpec, TrainingLab } from '../../engine/activation-lab';
import type { Codec } from '../../state/codec';
import type { Net } from '../../training/protocol';
import { TrainingSession } from '../../training/session';
import { watchVisibility } from '../../training/visibility';
import { LabElement } from '../lab-element';
import './data/data-panel';
import type { UnitEnlargeEvent } from './diagram/network-diagram';
import './diagram/network-panel';
import type { WeightChangeEvent } from './diagram/unit-inspector';
import { datasetOf, taskOf } from './model/data-spec';
import { Experiment } from './model/experiment';
import { MOST_WEIGHTS_IN_A_LINK } from './model/limits';
import { misfitsOf } from './model/misfits';
import type { UnitPlace } from './model/network-shape';
import { consistent, hasSameParameters, specOf } from './model/network-spec';
import { type NetworkState, networkCodec } from './model/network-state';
import { epochText, resultsText } from './model/run-numbers';
import { SceneMaker } from './model/scene';
import { type StateOfSpec, stateOfSpec } from './model/state-of-spec';
import { type TrainingAccess, whenTrainingAccess } from './model/training-access';
import { lowerRate } from './model/training-spec';
import { networkElementStyles } from './network-element-styles';
import type { NetworkChangeEvent, NetworkSayEvent } from './network-part';
import './output/output-panel';
import type { PartAccess } from './parts';
import { refusalText } from './problem-text';
import type { SavedNetwork } from './results/network-file';
import './results/results-panel';
import { type NetworkTexts, textsOf } from './texts';
import { divergenceView, noticeStyles } from './training/divergence-notice';
import './training/settings-panel';
import './training/training-bar';
import type { TrainingCommand, TrainingCommandEvent } from './training/training-bar';

/** The longest gradient that is usual in a network of this size. */
const USUAL_CLIP = 1;

/**
 * An element in which a network learns while you watch: its data, the map of its output and of every unit, its weights, its
 * loss.
 *
 * Attributes, properties and events are those of LabElement. Keys of `state`: see NetworkState.
 *
 * @attr autoplay  It begins to train by itself when it comes into view, unless the reader prefers reduced motion.
 */
export abstract class NetworkElement extends LabElement<NetworkState, TrainingLab> {
  static override properties: PropertyDeclarations = {
    ...LabElement.properties,
    autoplay: { type: Boolean, reflect: true },
    enlarged: { state: true },
  };

  static override styles: CSSResultGroup = [LabElement.styles, noticeStyles, networkElementStyles];

  declare autoplay: boolean;
  /** The unit whose map is seen large. */
  declare private enlarged: UnitPlace | undefined;

  #access: TrainingAccess | undefined;
  #scenes: SceneMaker | undefined;
  #experiment: Experiment | undefined;
  #isVisible = false;
  #hasBegun = false;
  #wasRunning = false;
  #unwatch = (): void => {};

  constructor() {
    super();
    this.autoplay = false;
  }

  /** What is there of the panels, and what of it can be changed. */
  protected abstract get parts(): PartAccess;

  get #texts(): NetworkTexts {
    return textsOf(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchVisibility(this, (isVisible) => {
      this.#isVisible = isVisible;
      if (this.#experiment !== undefined) this.#experiment.isVisible = isVisible;
      this.#begin();
    });
    if (this.lab !== undefined) this.#train();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    // An element that is only moved is there again before this comes to be done.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#experiment?.dispose();
      this.#experiment = undefined;
    });
  }

  protected override async fetchLab(): Promise<TrainingLab> {
    this.#access ??= await whenTrainingAccess();
    return this.#access.lab;
  }

  protected override createCodec(_lab: TrainingLab): Codec<NetworkState> {
    const access = this.#access as TrainingAccess;
    this.#scenes = new SceneMaker(access);
    return networkCodec(access.choices);
  }

  protected override misfits(state: NetworkState): readonly string[] {
    return misfitsOf(this.#access as TrainingAccess, state);
  }

  protected override stateRestored(): void {
    const { choices } = this.#access as TrainingAccess;
    this.model = consistent(choices, this.model);
    this.enlarged = undefined;
    this.#train();
  }

  /** What stands above the panels. */
  protected renderTop(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What stands below everything. */
  protected renderBottom(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** There is a new snapshot: up to once a frame. */
  protected trainingSeen(): void {}

  /** A training is over: it is about to begin anew, or another network takes its place. */
  protected trainingEnded(_state: NetworkState): void {}

  /** Something of the training other than its numbers is different. */
  protected trainingChanged(): void {}

  protected get access(): TrainingAccess | undefined {
    return this.#access;
  }

  protected get experiment(): Experiment | undefined {
    return this.#experiment;
  }

  protected override renderLab(lab: TrainingLab): TemplateResult | typeof nothing {
    const { model, enlarged } = this;
    const experiment = this.#experiment;
    const scene = this.#scenes?.of(model);
    if (experiment === undefined || scene === undefined) return nothing;
    const { choices, makeData } = this.#access as TrainingAccess;
    const { feed, history, divergence, isReady, isRunning, hash } = experiment;
    const { data, window, scale } = scene;
    return html`
      ${this.renderTop()}
      <div class="network" @network-change=${this.#takeChange} @network-say=${this.#say} @weight-change=${this.#changeWeight}>
        <al-training-bar
          .choices=${choices}
          .model=${model}
          .parts=${this.parts}
          .feed=${feed}
          .running=${isRunning}
          .ready=${isReady}
          .stuck=${divergence !== undefined}
          .ending=${experiment.ending}
          @training-command=${this.#obey}
        ></al-training-bar>
        ${this.#notices(experiment)}
        <div class="panels">
          <div class="column data">
            <al-data-panel .choices=${choices} .model=${model} .parts=${this.parts} .makeData=${makeData} .data=${data} .lab=${lab}></al-data-panel>
          </div>
          <div class="column">
            <al-network-panel
              .lab=${lab}
              .choices=${choices}
              .model=${model}
              .parts=${this.parts}
              .feed=${feed}
              .scale=${scale}
              .enlarged=${enlarged}
              @unit-enlarge=${this.#enlarge}
            ></al-network-panel>
            <al-settings-panel .choices=${choices} .model=${model} .parts=${this.parts}></al-settings-panel>
          </div>
          <div class="column">
            <al-output-panel
              .choices=${choices}
              .model=${model}
              .parts=${this.parts}
              .feed=${feed}
              .data=${data}
              .window=${window}
              .ask=${experiment.ask}
              .scale=${scale}
              .enlarged=${enlarged}
              @unit-enlarge=${this.#enlarge}
            ></al-output-panel>
            <al-results-panel
              .lab=${lab}
              .saved=${this.saved}
              .choices=${choices}
              .model=${model}
              .parts=${this.parts}
              .feed=${feed}
              .history=${history}
              .hash=${hash}
              .ask=${experiment.ask}
            ></al-results-panel>
          </div>
        </div>
      </div>
      ${this.renderBottom()}
    `;
  }

  #notices({ divergence, failure, lostSteps, isReady, feed }: Experiment): TemplateResult | typeof nothing {
    const texts = this.#texts;
    if (failure !== undefined) {
      return html`
        <div class="notice" role="alert">
          <div>
            <p class="notice-title">${texts.refused}</p>
            <p>${refusalText(texts, failure)} ${isReady ? texts.stillBefore : nothing}</p>
          </div>
          ${isReady ? nothing : html`<button type="button" @click=${() => this.#train()}>${this.t.common.retry}</button>`}
        </div>
      `;
    }
    if (divergence !== undefined) {
      const { rate, clip } = this.model;
      const facts = {
        divergence,
        layerCount: feed.latest?.shape.layers.length ?? 0,
        rate,
        lowerRate: lowerRate(rate),
        clip: USUAL_CLIP,
      };
      return divergenceView(texts, facts, {
        reset: () => this.command('reset'),
        rewind: () => void this.#experiment?.rewind(),
        lowerRate: this.parts.locks('rate') ? undefined : () => this.#goOnWith({ rate: lowerRate(rate) }),
        clip:
          clip > 0 || !this.parts.shows('clipping') ? undefined : () => this.#goOnWith({ clip: USUAL_CLIP }),
      });
    }
    return lostSteps > 0 ? html`<p class="notice" role="status">${texts.restarted(lostSteps)}</p>` : nothing;
  }

  #train(): void {
    const access = this.#access as TrainingAccess;
    this.#experiment ??= this.#newExperiment(access);
    void this.#experiment.apply(this.model).then(() => {
      this.#checkWeights();
      this.#begin();
    });
  }

  #newExperiment({ choices }: TrainingAccess): Experiment {
    const experiment = new Experiment({
      choices,
      open: (listener) => new TrainingSession(listener),
      requestOf: (state) => (this.#scenes as SceneMaker).requestOf(state),
      changed: () => this.#experimentChanged(),
      ended: (state) => this.trainingEnded(state),
    });
    experiment.isVisible = this.#isVisible;
    experiment.feed.subscribe(() => this.trainingSeen());
    return experiment;
  }

  /** Starts by itself, once, when there is somebody to see it. */
  #begin(): void {
    if (this.#hasBegun || !this.autoplay || !this.#isVisible || !this.#experiment?.isReady) return;
    this.#hasBegun = true;
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.#experiment.run();
  }

  #experimentChanged(): void {
    this.requestUpdate();
    const isRunning = this.#experiment?.isRunning ?? false;
    if (isRunning !== this.#wasRunning) this.announce(isRunning ? this.#texts.running : this.#pausedText());
    this.#wasRunning = isRunning;
    this.trainingChanged();
  }

  /** Weights of a link that do not fit its network are named and left out. */
  #checkWeights(): void {
    if (!this.#experiment?.hasWrongWeights) return;
    const value = this.#texts.weightCount(this.model.weights.length);
    this.model = { ...this.model, weights: [] };
    this.report([{ kind: 'bad-value', key: 'weights', value }]);
  }

  #pausedText(): string {
    const view = this.#experiment?.feed.latest;
    if (view === undefined) return '';
    const { choices } = this.#access as TrainingAccess;
    const task = taskOf(datasetOf(choices, this.model), this.model);
    const epochs = epochText(view.snapshot.steps, view.shape.stepsPerEpoch);
    return this.#texts.pausedAt(epochs, resultsText(this.#texts, view.snapshot, task));
  }

  protected readonly saved = (): Promise<SavedNetwork> => (this.#experiment as Experiment).save();

  readonly #obey = (event: TrainingCommandEvent): void => this.command(event.detail);

  protected command(command: TrainingCommand): void {
    const experiment = this.#experiment;
    if (experiment === undefined) return;
    this.#hasBegun = true;
    switch (command) {
      case 'run':
        experiment.run();
        break;
      case 'pause':
        experiment.pause();
        break;
      case 'sample':
        experiment.step('sample');
        break;
      case 'step':
        experiment.step('batch');
        break;
      case 'epoch':
        experiment.step('epoch');
        break;
      case 'reset':
        void experiment.reset();
        this.announce(this.#texts.wasReset);
        break;
      case 'reseed':
        this.take({ seed: (this.model.seed + 1) % 2 ** 32 });
        break;
    }
  }

  /** Changes the state and trains what it says. */
  protected take(values: Partial<NetworkState>): void {
    const { choices } = this.#access as TrainingAccess;
    const next = consistent(choices, { ...this.model, ...values });
    if (next.layers !== this.model.layers || next.data !== this.model.data) this.enlarged = undefined;
    // Weights set by hand belong to one network.
    const fits = values.weights !== undefined || hasSameParameters(choices, this.model, next);
    this.change(fits ? next : { ...next, weights: [] });
    this.#train();
  }

  /** After a divergence: on from the last good step, with something changed. */
  #goOnWith(values: Partial<NetworkState>): void {
    const { choices } = this.#access as TrainingAccess;
    this.change(consistent(choices, { ...this.model, ...values }));
    void this.#experiment?.apply(this.model).then(() => this.#experiment?.run());
  }

  /** The state that shows a set-up, and what of it has no place there. @throws EngineError where it is refused */
  protected stateOf(spec: TrainerSpec): StateOfSpec {
    const { choices } = this.#access as TrainingAccess;
    return stateOfSpec(choices, this.#complete(spec), this.model, this.#complete);
  }

  /** The complete set-up that the state makes. */
  protected specOfState(): TrainerSpec {
    const { choices } = this.#access as TrainingAccess;
    return this.#complete(specOf(choices, this.model));
  }

  /** With everything that a trainer adds to it. @throws EngineError where it is refused */
  readonly #complete = (given: TrainerSpec): TrainerSpec => {
    const trainer = (this.#access as TrainingAccess).lab.trainer(given);
    const { spec } = trainer;
    trainer.dispose();
    return spec;
  };

  /** Goes on with a saved network. @returns what the page cannot show of it; `undefined`: it was refused */
  protected async openDocument(document: string): Promise<StateOfSpec['unshown'] | undefined> {
    let unshown: StateOfSpec['unshown'] = [];
    const state = await this.#experiment?.load(document, ({ spec }: Net) => {
      const found = this.stateOf(spec);
      unshown = found.unshown;
      return found.state;
    });
    if (state === undefined) return undefined;
    this.enlarged = undefined;
    this.change(state);
    return unshown;
  }

  readonly #takeChange = (event: NetworkChangeEvent): void => {
    event.stopPropagation();
    this.take(event.detail);
  };

  /** Before the first step the weights are those that a link restores. */
  readonly #changeWeight = (event: WeightChangeEvent): void => {
    event.stopPropagation();
    const { index, value } = event.detail;
    const experiment = this.#experiment;
    const weights = experiment?.feed.latest?.snapshot.weights;
    if (experiment === undefined || weights === undefined) return;
    if (experiment.steps > 0 || experiment.isRunning || weights.length > MOST_WEIGHTS_IN_A_LINK)
      void experiment.setWeight(index, value);
    else this.take({ weights: Array.from(weights).with(index, Math.fround(value)) });
  };

  readonly #say = (event: NetworkSayEvent): void => {
    event.stopPropagation();
    this.announce(event.detail);
  };

  readonly #enlarge = (event: UnitEnlargeEvent): void => {
    this.enlarged = event.detail ?? undefined;
  };
}
