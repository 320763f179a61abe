import { css, html, nothing, type TemplateResult } from 'lit';
import type { Feature, OwnData } from '../../../engine/training/spec';
import type { TrainingLab } from '../../../engine/training/training-lab';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { shuffleIcon } from '../../shared/icons';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/parameter-slider';
import './dataset-choice';
import './formula-field';
import { datasetOf, featuresFor } from '../model/data-spec';
import { FEATURE_NAMES } from '../model/feature-names';
import { LIMITS, type NumberKey } from '../model/limits';
import type { DatasetInfo } from '../model/training-choices';
import { NetworkPart, panelStyles, stackedPanelStyles } from '../network-part';
import { parameterFieldsStyles, parameterFieldsView } from '../parameter-fields';
import './own-data';
import type { MakeData } from './dataset-choice';

/** What is learned from: the data set, how it is drawn, and what the first layer sees of it. */
export class DataPanel extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    makeData: { attribute: false },
    data: { attribute: false },
    lab: { attribute: false },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    stackedPanelStyles,
    parameterFieldsStyles,
    css`
      :host {
        gap: var(--al-space-4);
      }
      .title {
        align-items: baseline;
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
      a {
        color: var(--al-accent);
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
  /** The points of the present data set. */
  declare data: Required<OwnData>;
  declare lab: TrainingLab;

  protected override render(): TemplateResult {
    const { texts, model, choices, parts } = this;
    const dataset = datasetOf(choices, model);
    return html`
      <div class="title">
        <h3>${texts.data}</h3>
        <p class="chosen" aria-hidden="true">${this.nameOf(dataset)}</p>
      </div>
      <div class="parts">
        ${
          parts.shows('dataset')
            ? html`<al-dataset-choice .choices=${choices} .model=${model} .parts=${parts} .makeData=${this.makeData}></al-dataset-choice>`
            : nothing
        }
        ${this.#numbers(dataset)}
        ${featuresFor(dataset.columns).length > 0 && parts.shows('features') ? this.#features(dataset) : nothing}
      </div>
      ${dataset.licence === '' || !parts.shows('own-data') ? nothing : this.#source(dataset)}
      ${
        parts.shows('own-data')
          ? html`
            <al-own-data
              .choices=${choices}
              .model=${model}
              .parts=${parts}
              .data=${this.data}
              .lab=${this.lab}
            ></al-own-data>
          `
          : nothing
      }
    `;
  }

  #source({ fixedSize, columns, licence, paper }: DatasetInfo): TemplateResult {
    const { texts } = this;
    return html`
      <p class="note">
        ${texts.measuredSize(fixedSize, columns)} ${paper.authors} (${paper.year}):
        <a href=${paper.url} target="_blank" rel="noopener noreferrer">${paper.title}</a>. ${licence}.
      </p>
    `;
  }

  #numbers(dataset: DatasetInfo): TemplateResult {
    const { texts, model, parts } = this;
    return html`
      <div class="controls">
        ${
          dataset.formula !== '' && parts.shows('dataset-parameters')
            ? html`<al-formula-field .choices=${this.choices} .model=${model} .parts=${parts}></al-formula-field>`
            : nothing
        }
        ${
          parts.shows('dataset-parameters')
            ? parameterFieldsView(
                {
                  legend: texts.parametersOfData(this.nameOf(dataset)),
                  parameters: dataset.parameters,
                  chosen: model.data,
                  disabled: parts.locks('dataset-parameters'),
                },
                (data) => this.change({ data }),
              )
            : nothing
        }
        ${dataset.noise !== 'none' && parts.shows('noise') ? this.#slider('noise', texts.noise, parts.locks('noise')) : nothing}
        ${dataset.splits && parts.shows('share') ? this.#slider('share', texts.share, parts.locks('share')) : nothing}
        <div class="numbers">
          ${dataset.fixedSize > 0 || !parts.shows('samples') ? nothing : this.number('samples', texts.samples, '', parts.locks('samples'))}
          ${dataset.mostClasses > dataset.fewestClasses ? this.number('classes', texts.classes, '', parts.locks('dataset')) : nothing}
        </div>
        ${
          (dataset.fixedSize > 0 && dataset.noise === 'none') || !parts.shows('regenerate')
            ? nothing
            : html`<button type="button" title=${texts.regenerateHint} ?disabled=${parts.locks('regenerate')} @click=${() => this.change({ dataSeed: (model.dataSeed + 1) % 2 ** 32 })}>${shuffleIcon} ${texts.regenerate}</button>`
        }
      </div>
    `;
  }

  #slider(key: NumberKey, label: string, disabled: boolean): TemplateResult {
    const { minimum, maximum, step } = LIMITS[key];
    return html`
      <al-parameter-slider
        label=${label}
        .value=${this.model[key]}
        .minimum=${minimum}
        .maximum=${maximum}
        .step=${step}
        ?disabled=${disabled}
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
                ?disabled=${this.parts.locks('features') || (isOn && model.features.length === 1)}
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
