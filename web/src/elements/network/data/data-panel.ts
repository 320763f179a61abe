import { css, html, nothing, type TemplateResult } from 'lit';
import type { Feature } from '../../../engine/training/spec';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { shuffleIcon } from '../../shared/icons';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/parameter-slider';
import './dataset-choice';
import { datasetOf, featuresFor } from '../model/data-spec';
import { FEATURE_NAMES } from '../model/feature-names';
import { LIMITS, type NumberKey } from '../model/limits';
import type { DatasetInfo } from '../model/training-choices';
import { NetworkPart, panelStyles } from '../network-part';
import type { MakeData } from './dataset-choice';

/** What is learned from: the data set, how it is drawn, and what the first layer sees of it. */
export class DataPanel extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    makeData: { attribute: false },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--al-space-4);
        align-content: start;
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--al-space-3);
        align-items: baseline;
        justify-content: space-between;
      }
      .chosen {
        margin: 0;
        color: var(--al-muted);
        font-size: 0.875em;
      }
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: var(--al-space-5);
        align-items: start;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--al-space-2);
        font-size: 0.875em;
      }
      .numbers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 6.5em), 1fr));
        gap: var(--al-space-3);
        font-size: 0.875em;
      }
      al-number-field {
        width: 100%;
      }
      .features {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .features button {
        min-width: 44px;
        min-height: 32px;
        padding: 2px 8px;
        font-family: var(--al-serif);
        font-size: 0.9375em;
      }
      .features button[aria-pressed='true'] {
        border-color: var(--al-accent);
        background: var(--al-accent-soft);
        box-shadow: inset 0 0 0 1px var(--al-accent);
      }
      @media (forced-colors: active) {
        .features button[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  declare makeData: MakeData;

  protected override render(): TemplateResult {
    const { texts, model, choices } = this;
    const dataset = datasetOf(choices, model);
    return html`
      <div class="title">
        <h3>${texts.data}</h3>
        <p class="chosen" aria-hidden="true">${this.nameOf(dataset)}</p>
      </div>
      <div class="parts">
        <al-dataset-choice .choices=${choices} .model=${model} .makeData=${this.makeData}></al-dataset-choice>
        ${this.#numbers(dataset)} ${this.#features(dataset)}
      </div>
    `;
  }

  #numbers(dataset: DatasetInfo): TemplateResult {
    const { texts, model } = this;
    return html`
      <div class="controls">
        ${dataset.noise === 'none' ? nothing : this.#slider('noise', texts.noise)}
        ${dataset.splits ? this.#slider('share', texts.share) : nothing}
        <div class="numbers">
          ${dataset.fixedSize > 0 ? nothing : this.number('samples', texts.samples)}
          ${dataset.mostClasses > dataset.fewestClasses ? this.number('classes', texts.classes) : nothing}
        </div>
        ${
          dataset.fixedSize > 0 && dataset.noise === 'none'
            ? nothing
            : html`<button type="button" title=${texts.regenerateHint} @click=${() => this.change({ dataSeed: (model.dataSeed + 1) % 2 ** 32 })}>${shuffleIcon} ${texts.regenerate}</button>`
        }
      </div>
    `;
  }

  #slider(key: NumberKey, label: string): TemplateResult {
    const { minimum, maximum, step } = LIMITS[key];
    return html`
      <al-parameter-slider
        label=${label}
        .value=${this.model[key]}
        .minimum=${minimum}
        .maximum=${maximum}
        .step=${step}
        @value-change=${(event: ValueChangeEvent) => this.change({ [key]: event.detail.value })}
      ></al-parameter-slider>
    `;
  }

  #features({ columns }: DatasetInfo): TemplateResult {
    const { texts, model } = this;
    return html`
      <fieldset>
        <legend title=${texts.featuresHint}>${texts.features}</legend>
        <div class="features">
          ${featuresFor(columns).map((feature) => {
            const isOn = model.features.includes(feature);
            return html`
              <button
                type="button"
                aria-pressed=${isOn}
                ?disabled=${isOn && model.features.length === 1}
                @click=${() => this.#toggle(feature)}
              >${FEATURE_NAMES[feature]}</button>
            `;
          })}
        </div>
      </fieldset>
    `;
  }

  #toggle(feature: Feature): void {
    const { features } = this.model;
    const next = features.includes(feature)
      ? features.filter((kept) => kept !== feature)
      : [...features, feature];
    this.change({ features: next });
  }
}

define('al-data-panel', DataPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-data-panel': DataPanel;
  }
}
