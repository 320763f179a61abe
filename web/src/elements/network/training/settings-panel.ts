import { css, html, type TemplateResult } from 'lit';
import { type Choosable, defaultChoice } from '../../../state/chosen-field';
import { baseStyles } from '../../base-styles';
import { define } from '../../define';
import '../../shared/menu-select';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/parameter-slider';
import { datasetOf, taskOf } from '../model/data-spec';
import { LIMITS } from '../model/limits';
import type { NetworkState } from '../model/network-state';
import { type ChoiceInfo, entryOf } from '../model/training-choices';
import { lossesOf, lossOf } from '../model/training-spec';
import { NetworkPart, panelStyles } from '../network-part';

/** A slider for the learning rate covers these. */
const RATE_SLIDER = { low: 1e-4, high: 10 } as const;

/** How the network learns: loss, optimiser, rates, batches, initial weights. */
export class SettingsPanel extends NetworkPart {
  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--al-space-3);
        align-content: start;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
        gap: var(--al-space-3) var(--al-space-4);
        align-items: start;
      }
      al-menu-select,
      al-number-field {
        width: 100%;
      }
      al-number-field {
        font-size: 0.875em;
      }
      .small {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--al-space-3);
        align-items: end;
      }
      /* Their names are long. */
      .loss {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { texts, choices, model } = this;
    const task = taskOf(datasetOf(choices, model), model);
    return html`
      <h3>${texts.settings}</h3>
      <div class="fields">
        <al-parameter-slider
          logarithmic
          label=${texts.rate}
          .value=${model.rate}
          .minimum=${LIMITS.rate.minimum}
          .maximum=${LIMITS.rate.maximum}
          .low=${RATE_SLIDER.low}
          .high=${RATE_SLIDER.high}
          @value-change=${(event: ValueChangeEvent) => this.change({ rate: event.detail.value })}
        ></al-parameter-slider>
        ${this.#menu('optimizer', texts.optimizer, choices.optimizers, model.optimizer.key)}
        ${this.#menu('loss', texts.loss, lossesOf(choices, task), lossOf(choices, model).key)}
        ${this.#menu('init', texts.init, choices.initializers, model.init.key)}
        <div class="small">
          ${this.number('batch', texts.batch, texts.batchHint)}
          ${this.number('l1', texts.l1)}
          ${this.number('l2', texts.l2)}
        </div>
      </div>
      <p class="note">${texts.withoutReset}</p>
    `;
  }

  #menu(
    key: 'optimizer' | 'loss' | 'init',
    label: string,
    entries: readonly ChoiceInfo[],
    value: string,
  ): TemplateResult {
    const options = entries.map((entry) => ({ value: entry.key, label: this.nameOf(entry) }));
    return html`
      <al-menu-select
        class=${key}
        label=${label}
        .groups=${[{ label: '', options }]}
        .value=${value}
        @value-change=${(event: ValueChangeEvent<string>) => this.change(this.#choice(key, entryOf<Choosable>(entries, event.detail.value)))}
      ></al-menu-select>
    `;
  }

  /** Optimisers differ in what is a usual rate. */
  #choice(key: 'optimizer' | 'loss' | 'init', info: Choosable): Partial<NetworkState> {
    const choice = { [key]: defaultChoice(info) };
    if (key !== 'optimizer') return choice;
    return { ...choice, rate: entryOf(this.choices.optimizers, info.key).learningRate };
  }
}

define('al-settings-panel', SettingsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-settings-panel': SettingsPanel;
  }
}
