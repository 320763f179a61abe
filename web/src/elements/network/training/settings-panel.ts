import { css, html, nothing, type TemplateResult } from 'lit';
import type { CatalogueEntry } from '../../../engine/catalogue';
import { defaultChoice } from '../../../state/chosen-field';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { disclosureStyles } from '../../shared/disclosure';
import '../../shared/menu-select';
import type { ValueChangeEvent } from '../../shared/number-field';
import '../../shared/parameter-slider';
import '../../shared/segmented-choice';
import { datasetOf, taskOf } from '../model/data-spec';
import { LIMITS, type NumberKey } from '../model/limits';
import type { NetworkState } from '../model/network-state';
import { type ChoiceInfo, entryOf } from '../model/training-choices';
import { lossesOf, lossOf } from '../model/training-spec';
import { AUTOMATIC, SCHEDULES } from '../model/training-state';
import { checkStyles, checkView, NetworkPart, panelStyles, stackedPanelStyles } from '../network-part';
import { parameterFieldsStyles, parameterFieldsView } from '../parameter-fields';
import type { Part } from '../parts';

/** A slider for the learning rate covers these. */
const RATE_SLIDER = { low: 1e-4, high: 10 } as const;

type MenuKey = 'optimizer' | 'loss' | 'init' | 'schedule';

const noteOf = (notes: Readonly<Record<string, string>>, key: string): string => notes[key] ?? '';

/** How the network learns: loss, optimiser, rates, batches, initial weights. */
export class SettingsPanel extends NetworkPart {
  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    stackedPanelStyles,
    checkStyles,
    disclosureStyles,
    parameterFieldsStyles,
    css`
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
      .live {
        position: relative;
      }
      .mark {
        display: inline-block;
        width: 0.5em;
        height: 0.5em;
        border-radius: 50%;
        background: var(--al-accent);
      }
      .live > .mark {
        position: absolute;
        inset: 0.5em 0 auto auto;
      }
      /* Their labels leave no room beside them. */
      .small .live > .mark {
        inset: auto 8px 14px auto;
        pointer-events: none;
      }
      @media (pointer: coarse) {
        .small .live > .mark {
          bottom: 18px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { texts, choices, model, parts } = this;
    const task = taskOf(datasetOf(choices, model), model);
    return html`
      <h3>${texts.settings}</h3>
      <div class="fields">
        ${this.#part('rate', () => this.#rate(), true)}
        ${this.#part('optimizer', () => this.#menu('optimizer', texts.optimizer, choices.optimizers, model.optimizer.key))}
        ${this.#part('loss', () => this.#menu('loss', texts.loss, lossesOf(choices, task), lossOf(choices, model).key))}
        ${this.#part('init', () => this.#menu('init', texts.init, choices.initializers, model.init.key))}
        <div class="small">
          ${this.#part('batch', () => this.#number('batch', texts.batch, texts.batchHint, 'batch'))}
          ${this.#part('regularization', () => this.#number('l1', texts.l1, '', 'regularization'), true)}
          ${this.#part('regularization', () => this.#number('l2', texts.l2, '', 'regularization'), true)}
        </div>
      </div>
      ${parts.shows('schedule') ? this.#more() : nothing}
      <p class="note"><span class="mark" role="img" aria-label=${texts.takesEffect}></span> ${texts.withoutReset}</p>
    `;
  }

  /** A part that is there, marked where a change of it takes effect at once. */
  #part(part: Part, view: () => TemplateResult, isLive = false): TemplateResult | typeof nothing {
    if (!this.parts.shows(part)) return nothing;
    if (!isLive) return view();
    return html`<div class="live" title=${this.texts.takesEffect}>${view()}<span class="mark" aria-hidden="true"></span></div>`;
  }

  #rate(): TemplateResult {
    const { texts, model } = this;
    return html`
      <al-parameter-slider
        logarithmic
        label=${texts.rate}
        .value=${model.rate}
        .minimum=${LIMITS.rate.minimum}
        .maximum=${LIMITS.rate.maximum}
        .low=${RATE_SLIDER.low}
        .high=${RATE_SLIDER.high}
        ?disabled=${this.parts.locks('rate')}
        @value-change=${(event: ValueChangeEvent) => this.change({ rate: event.detail.value })}
      ></al-parameter-slider>
    `;
  }

  #number(key: NumberKey, label: string, hint: string, part: Part): TemplateResult {
    return this.number(key, label, hint, this.parts.locks(part));
  }

  /** What opens on demand. */
  #more(): TemplateResult {
    const { texts, choices, model, parts } = this;
    const loss = lossOf(choices, model);
    const chosenLoss = model.loss.key === AUTOMATIC ? defaultChoice(loss) : model.loss;
    const optimizer = entryOf(choices.optimizers, model.optimizer.key);
    const initializer = entryOf(choices.initializers, model.init.key);
    return html`
      <details class="more">
        <summary>${texts.moreSettings}</summary>
        <div class="content">
          <p class="note">${noteOf(texts.optimizerNotes, optimizer.key)}</p>
          ${this.#parameters('optimizer', optimizer, model.optimizer)}
          <p class="note">${texts.together(noteOf(texts.lossNotes, loss.key), texts.lossOffered)}</p>
          ${this.#parameters('loss', loss, chosenLoss)}
          ${this.#parameters('init', initializer, model.init)}
          ${this.#part('schedule', () => this.#schedule())}
          <div class="fields">
            ${this.#part('clipping', () => this.#number('clip', texts.clip, texts.clipHint, 'clipping'), true)}
            ${this.#part('seed', () => this.#number('seed', texts.seed, texts.seedHint, 'seed'))}
          </div>
          ${parts.shows('batch') ? this.#sampling() : nothing}
        </div>
      </details>
    `;
  }

  #parameters(part: 'optimizer' | 'loss' | 'init', info: ChoiceInfo, chosen: NetworkState[typeof part]) {
    if (!this.parts.shows(part)) return nothing;
    return parameterFieldsView(
      {
        legend: this.texts.parametersOfChoice(this.nameOf(info)),
        parameters: info.parameters,
        chosen,
        disabled: this.parts.locks(part),
      },
      (next) => this.change({ [part]: next }),
    );
  }

  #schedule(): TemplateResult {
    const { texts, model, parts } = this;
    const options = SCHEDULES.map(({ key }) => ({ value: key, label: texts.schedules[key] }));
    const chosen = entryOf(SCHEDULES, model.schedule.key);
    const names: Readonly<Record<string, string>> = texts.scheduleParameters;
    return html`
      <div class="live">
        <al-segmented-choice
          showLabel
          label=${texts.schedule}
          .options=${options}
          .value=${chosen.key}
          ?disabled=${parts.locks('schedule')}
          @value-change=${(event: ValueChangeEvent<string>) =>
            this.change({ schedule: defaultChoice(entryOf<CatalogueEntry>(SCHEDULES, event.detail.value)) })}
        ></al-segmented-choice>
        <span class="mark" aria-hidden="true"></span>
      </div>
      <p class="note">${texts.scheduleNotes[chosen.key]}</p>
      ${parameterFieldsView(
        {
          legend: texts.schedules[chosen.key],
          parameters: chosen.parameters,
          chosen: model.schedule,
          disabled: parts.locks('schedule'),
          nameOf: (key) => names[key] ?? key,
        },
        (schedule) => this.change({ schedule }),
      )}
    `;
  }

  #sampling(): TemplateResult {
    const { texts, model, choices } = this;
    const isLocked = this.parts.locks('batch');
    const isBinary = taskOf(datasetOf(choices, model), model) === 'binary';
    return html`
      ${checkView(texts.shuffle, model.shuffle, (shuffle) => this.change({ shuffle }), { disabled: isLocked })}
      ${this.#words('leftover', texts.leftover, texts.leftovers, isLocked)}
      ${isBinary ? this.#words('coding', texts.coding, texts.codings, isLocked) : nothing}
    `;
  }

  #words<Key extends 'leftover' | 'coding'>(
    key: Key,
    label: string,
    names: Readonly<Record<NetworkState[Key], string>>,
    isLocked: boolean,
  ): TemplateResult {
    const options = (Object.keys(names) as NetworkState[Key][]).map((value) => ({
      value,
      label: names[value],
    }));
    return html`
      <al-menu-select
        label=${label}
        .groups=${[{ label: '', options }]}
        .value=${this.model[key]}
        ?disabled=${isLocked}
        @value-change=${(event: ValueChangeEvent<string>) => this.change({ [key]: event.detail.value })}
      ></al-menu-select>
    `;
  }

  #menu(key: MenuKey, label: string, entries: readonly ChoiceInfo[], value: string): TemplateResult {
    const options = entries.map((entry) => ({ value: entry.key, label: this.nameOf(entry) }));
    return html`
      <al-menu-select
        class=${key}
        label=${label}
        .groups=${[{ label: '', options }]}
        .value=${value}
        ?disabled=${this.parts.locks(key)}
        @value-change=${(event: ValueChangeEvent<string>) => this.change(this.#choice(key, entryOf<CatalogueEntry>(entries, event.detail.value)))}
      ></al-menu-select>
    `;
  }

  /** Optimisers differ in what is a usual rate. */
  #choice(key: MenuKey, info: CatalogueEntry): Partial<NetworkState> {
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
