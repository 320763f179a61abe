import { css, html, type TemplateResult } from 'lit';
import { formatNumber } from '../../../i18n/number-format';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { pauseIcon, playIcon, resetIcon, rightIcon, shuffleIcon, stepIcon } from '../../shared/icons';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/segmented-choice';
import { epochText } from '../model/run-numbers';
import { SPEEDS, type Speed } from '../model/training-state';
import { panelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';

/** What the reader wants of the training. */
export type TrainingCommand = 'run' | 'pause' | 'step' | 'epoch' | 'reset' | 'reseed';
export type TrainingCommandEvent = CustomEvent<TrainingCommand>;

const NUMBER_INTERVAL_MS = 120;

/**
 * Runs, pauses and steps the training, and says how far it is.
 *
 * @fires training-command see TrainingCommandEvent
 */
export class TrainingBar extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    running: { attribute: false },
    ready: { attribute: false },
    stuck: { attribute: false },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2) var(--al-space-4);
        align-items: center;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
      }
      .primary {
        min-width: 7em;
      }
      .primary:disabled {
        border-color: var(--al-line);
        background: var(--al-surface);
      }
      .play svg {
        fill: currentColor;
      }
      dl {
        display: flex;
        gap: var(--al-space-3);
        margin: 0 0 0 auto;
      }
      dl div {
        display: grid;
        justify-items: end;
        min-width: 3.5em;
        line-height: 1.25;
      }
      dt {
        color: var(--al-muted);
        font-size: 0.75em;
      }
      dd {
        margin: 0;
        font-size: 1.125em;
        font-variant-numeric: tabular-nums;
      }
      al-segmented-choice {
        font-size: 0.875em;
      }
      @container (max-width: 24em) {
        button {
          padding-inline: 9px;
        }
        .primary {
          min-width: 6em;
        }
      }
    `,
  ];

  declare running: boolean;
  /** There is a network to be trained. */
  declare ready: boolean;
  /** It can only be reset. */
  declare stuck: boolean;

  readonly #numbers = new Throttle(NUMBER_INTERVAL_MS, () => this.requestUpdate());

  constructor() {
    super();
    this.running = false;
    this.ready = false;
    this.stuck = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#numbers.stop();
  }

  protected override seen(): void {
    this.#numbers.request();
  }

  protected override render(): TemplateResult {
    const { texts, running, model } = this;
    const cannotTrain = !this.ready || this.stuck;
    const view = this.feed.latest;
    const steps = view?.snapshot.steps ?? 0;
    return html`
      <div class="bar" role="group" aria-label=${texts.training}>
        <div class="buttons">
          <button
            type="button"
            class="primary play"
            ?disabled=${cannotTrain}
            @click=${() => this.#command(running ? 'pause' : 'run')}
          >${running ? pauseIcon : playIcon} ${running ? texts.pause : texts.run}</button>
          <button type="button" title=${texts.stepHint} ?disabled=${cannotTrain || running} @click=${() => this.#command('step')}>
            ${rightIcon} ${texts.step}
          </button>
          <button type="button" title=${texts.epochHint} ?disabled=${cannotTrain || running} @click=${() => this.#command('epoch')}>
            ${stepIcon} ${texts.epoch}
          </button>
          <button type="button" title=${texts.resetHint} ?disabled=${!this.ready} @click=${() => this.#command('reset')}>
            ${resetIcon} ${texts.reset}
          </button>
          <button type="button" title=${texts.newWeightsHint} ?disabled=${!this.ready} @click=${() => this.#command('reseed')}>
            ${shuffleIcon} ${texts.newWeights}
          </button>
        </div>
        <al-segmented-choice
          label=${texts.speed}
          .options=${SPEEDS.map((value) => ({ value, label: texts.speeds[value] }))}
          .value=${model.speed}
          title=${texts.speedHints[model.speed]}
          @value-change=${(event: ValueChangeEvent<Speed>) => this.change({ speed: event.detail.value })}
        ></al-segmented-choice>
        <dl>
          <div><dt>${texts.epochNumber}</dt><dd>${view === undefined ? texts.none : epochText(steps, view.shape.stepsPerEpoch)}</dd></div>
          <div><dt>${texts.stepNumber}</dt><dd>${view === undefined ? texts.none : formatNumber(steps, { decimals: 0 })}</dd></div>
        </dl>
      </div>
    `;
  }

  #command(command: TrainingCommand): void {
    this.dispatchEvent(new CustomEvent('training-command', { detail: command }));
  }
}

define('al-training-bar', TrainingBar);

declare global {
  interface HTMLElementTagNameMap {
    'al-training-bar': TrainingBar;
  }
}
