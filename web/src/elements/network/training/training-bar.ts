import { css, html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../i18n/number-format';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { pauseIcon, playIcon, resetIcon, rightIcon, shuffleIcon, stepIcon } from '../../shared/icons';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/segmented-choice';
import type { Ending } from '../model/experiment';
import { epochText } from '../model/run-numbers';
import { SPEEDS, type Speed } from '../model/training-state';
import './stop-settings';
import { panelStyles, WatchingPart } from '../network-part';
import type { Part } from '../parts';
import { Throttle } from '../throttle';

/** What the reader wants of the training. */
export type TrainingCommand = 'run' | 'pause' | 'sample' | 'step' | 'epoch' | 'reset' | 'reseed';
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
    ending: { attribute: false },
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
      .stop {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--al-space-4);
        align-items: baseline;
        padding-top: var(--al-space-1);
      }
      al-stop-settings {
        flex: 1 1 auto;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-2);
      }
      .primary {
        min-width: 7em;
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
  /** It has diverged: only a run, which goes back to before, leads on. */
  declare stuck: boolean;
  /** Why the last run ended by itself. */
  declare ending: Ending | undefined;

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
    const { texts, running, model, parts, ready, ending } = this;
    const cannotStep = !ready || this.stuck || running;
    const view = this.feed.latest;
    const steps = view?.snapshot.steps ?? 0;
    return html`
      <div class="bar" role="group" aria-label=${texts.training}>
        <div class="buttons">
          ${
            parts.shows('run')
              ? html`
                <button
                  type="button"
                  class="primary play"
                  ?disabled=${!ready || parts.locks('run')}
                  @click=${() => this.#command(running ? 'pause' : 'run')}
                >${running ? pauseIcon : playIcon} ${running ? texts.pause : texts.run}</button>
              `
              : nothing
          }
          ${this.#button('sample-step', 'sample', texts.sample, texts.sampleHint, nothing, cannotStep)}
          ${this.#button('step', 'step', texts.step, texts.stepHint, rightIcon, cannotStep)}
          ${this.#button('step', 'epoch', texts.epoch, texts.epochHint, stepIcon, cannotStep)}
          ${this.#button('reset', 'reset', texts.reset, texts.resetHint, resetIcon, !ready)}
          ${this.#button('seed', 'reseed', texts.newWeights, texts.newWeightsHint, shuffleIcon, !ready)}
        </div>
        ${parts.shows('speed') ? this.#speed() : nothing}
        <dl>
          <div><dt>${texts.epochNumber}</dt><dd>${view === undefined ? texts.none : epochText(steps, view.shape.stepsPerEpoch)}</dd></div>
          <div><dt>${texts.stepNumber}</dt><dd>${view === undefined ? texts.none : formatNumber(steps, { decimals: 0 })}</dd></div>
        </dl>
      </div>
      ${
        parts.shows('stop')
          ? html`
            <div class="stop">
              <al-stop-settings .choices=${this.choices} .model=${model} .parts=${parts}></al-stop-settings>
              <p class="note" role="status">${ending === undefined ? nothing : texts.endings[ending]}</p>
            </div>
          `
          : nothing
      }
    `;
  }

  #button(
    part: Part,
    command: TrainingCommand,
    label: string,
    hint: string,
    icon: unknown,
    disabled: boolean,
  ): TemplateResult | typeof nothing {
    if (!this.parts.shows(part)) return nothing;
    return html`
      <button type="button" title=${hint} ?disabled=${disabled || this.parts.locks(part)} @click=${() => this.#command(command)}>
        ${icon} ${label}
      </button>
    `;
  }

  #speed(): TemplateResult {
    const { texts, model } = this;
    return html`
      <al-segmented-choice
        label=${texts.speed}
        .options=${SPEEDS.map((value) => ({ value, label: texts.speeds[value] }))}
        .value=${model.speed}
        title=${texts.speedHints[model.speed]}
        ?disabled=${this.parts.locks('speed')}
        @value-change=${(event: ValueChangeEvent<Speed>) => this.change({ speed: event.detail.value })}
      ></al-segmented-choice>
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
