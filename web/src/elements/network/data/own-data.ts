import { css, html, nothing, type TemplateResult } from 'lit';
import type { OwnData } from '../../../engine/training/spec';
import type { TrainingLab } from '../../../engine/training/training-lab';
import { formatNumber } from '../../../i18n/number-format';
import { baseStyles, buttonStyles, fieldStyles } from '../../base-styles';
import { define } from '../../define';
import { disclosureStyles } from '../../shared/disclosure';
import { download } from '../../shared/download';
import { downloadIcon } from '../../shared/icons';
import '../../shared/parameter-slider';
import '../../shared/segmented-choice';
import type { ValueChangeEvent } from '../../shared/number-field';
import { datasetOf, taskOf } from '../model/data-spec';
import { LIMITS } from '../model/limits';
import { pointGroups } from '../model/map-content';
import type { NetworkState } from '../model/network-state';
import { ownStateOfCsv } from '../model/own-csv';
import {
  OWN_DATA,
  OWN_KINDS,
  type OwnKind,
  type OwnSample,
  ownClassCount,
  pointsOf,
  samplesOf,
} from '../model/own-points';
import { brushed } from '../model/point-brush';
import { NetworkPart, panelStyles } from '../network-part';
import { classColour } from '../output/class-styles';
import { markKey, markKeyStyles } from '../output/mark-key';
import { refusalText } from '../problem-text';
import { Throttle } from '../throttle';
import './point-canvas';
import type { BrushEvent } from './point-canvas';

const WINDOW = { left: -6, right: 6, bottom: -6, top: 6 } as const;
const REACH = 0.5;
/** While a stroke goes on, the network learns of its points so often. */
const STROKE_INTERVAL_MS = 200;
const MOST_UNDONE = 50;

/** Two points of each class, to begin with. */
const FIRST_POINTS: Readonly<Record<OwnKind, readonly OwnSample[]>> = {
  classes: [
    [-2, -2, 0],
    [-3, -1, 0],
    [2, 2, 1],
    [3, 1, 1],
  ],
  values: [
    [-2, -2, -1],
    [2, 2, 1],
  ],
  curve: [
    [-4, -1],
    [-2, 1],
    [2, -1],
    [4, 1],
  ],
};

/** The reader's own points: drawn, pasted, or chosen as a file. */
export class OwnDataEditor extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    data: { attribute: false },
    lab: { attribute: false },
    target: { state: true },
    erases: { state: true },
    drawn: { state: true },
    failure: { state: true },
    wanted: { state: true },
    pasted: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    panelStyles,
    disclosureStyles,
    markKeyStyles,
    css`
      al-point-canvas {
        width: 100%;
        max-width: 26rem;
        aspect-ratio: 1.02;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      button {
        min-height: 32px;
        padding: 2px 10px;
        font-size: 0.875em;
      }
      @media (pointer: coarse) {
        button {
          min-height: var(--al-touch);
        }
      }
      button[aria-pressed='true'] {
        border-color: var(--al-accent);
        background: var(--al-accent-soft);
        box-shadow: inset 0 0 0 1px var(--al-accent);
      }
      al-segmented-choice {
        font-size: 0.875em;
      }
      textarea {
        width: 100%;
        font-family: var(--al-mono);
        font-size: 0.8125em;
      }
      input[type='file'] {
        max-width: 100%;
        font-size: 0.8125em;
      }
      .field-error {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The points of the present data set. */
  declare data: Required<OwnData>;
  declare lab: TrainingLab;
  /** Class, or value, that the brush draws. */
  declare private target: number;
  declare private erases: boolean;
  /** While a stroke goes on: what is on the canvas, of which the network learns a little later. */
  declare private drawn: readonly OwnSample[] | undefined;
  declare private failure: unknown;
  declare private wanted: 'classes' | 'values';
  declare private pasted: string;

  readonly #undone: (readonly OwnSample[])[] = [];
  readonly #telling = new Throttle(STROKE_INTERVAL_MS, () => this.#tell());

  constructor() {
    super();
    this.target = 0;
    this.erases = false;
    this.wanted = 'classes';
    this.pasted = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#telling.stop();
  }

  get #isOwn(): boolean {
    return this.model.data.key === OWN_DATA;
  }

  get #samples(): readonly OwnSample[] {
    return this.drawn ?? this.model.points;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`
      <details class="more" ?open=${this.#isOwn}>
        <summary>${texts.ownData}</summary>
        <div class="content">
          ${this.#isOwn ? this.#editor() : this.#beginning()}
          ${this.#table()}
          <div class="row">
            <button type="button" @click=${this.#download}>${downloadIcon} ${texts.downloadPoints}</button>
          </div>
        </div>
      </details>
    `;
  }

  #beginning(): TemplateResult {
    const { texts, data } = this;
    const isLocked = this.parts.locks('own-data');
    return html`
      <div class="row">
        <button type="button" ?disabled=${isLocked || data.train.columns > 2} @click=${this.#takePresent}>${texts.editThese}</button>
        ${OWN_KINDS.map(
          (kind) =>
            html`<button type="button" ?disabled=${isLocked} @click=${() => this.#begin(kind)}>${texts.drawKinds[kind]}</button>`,
        )}
      </div>
    `;
  }

  #editor(): TemplateResult {
    const { texts, model } = this;
    const samples = this.#samples;
    const isLocked = this.parts.locks('own-data');
    const columns = (samples[0]?.length ?? 3) - 1;
    if (columns > 2) return html`<p class="note">${texts.manyColumns(columns)}</p>`;
    return html`
      <al-point-canvas
        .label=${texts.canvasLabel}
        .description=${texts.pointCount(formatNumber(samples.length))}
        .window=${WINDOW}
        .groups=${this.#groups(samples)}
        ?disabled=${isLocked}
        @brush=${this.#brush}
      ></al-point-canvas>
      ${model.kind === 'classes' ? this.#classes(samples) : nothing}
      ${model.kind === 'values' ? this.#value() : nothing}
      <div class="row">
        <button type="button" aria-pressed=${this.erases} ?disabled=${isLocked} @click=${() => {
          this.erases = !this.erases;
        }}>${texts.eraser}</button>
        <button type="button" ?disabled=${isLocked || this.#undone.length === 0} @click=${this.#undo}>${texts.undo}</button>
        <button type="button" ?disabled=${isLocked} @click=${() => this.#begin(model.kind)}>${texts.clear}</button>
      </div>
      <p class="note">${texts.canvasHint}</p>
    `;
  }

  #classes(samples: readonly OwnSample[]): TemplateResult {
    const { texts, model } = this;
    const count = ownClassCount(samples);
    const offered = Math.min(LIMITS.classes.maximum, Math.max(count + 1, 2));
    return html`
      <div class="row" role="group" aria-label=${texts.brushClass}>
        ${Array.from({ length: offered }, (_, index) => {
          const name = model.labels[index] ?? texts.classNumber(index + 1);
          return html`
            <button
              type="button"
              aria-pressed=${!this.erases && this.target === index}
              @click=${() => {
                this.target = index;
                this.erases = false;
              }}
            >${markKey(index, classColour(index, Math.max(count, index + 1)))} ${index === count ? texts.newClass : name}</button>
          `;
        })}
      </div>
    `;
  }

  #value(): TemplateResult {
    return html`
      <al-parameter-slider
        label=${this.texts.brushValue}
        .value=${this.target}
        .minimum=${-10}
        .maximum=${10}
        .low=${-1}
        .high=${1}
        .step=${0.1}
        @value-change=${(event: ValueChangeEvent) => {
          this.target = event.detail.value;
        }}
      ></al-parameter-slider>
    `;
  }

  #table(): TemplateResult {
    const { texts, failure } = this;
    const isLocked = this.parts.locks('own-data');
    return html`
      <details class="more">
        <summary>${texts.fromTable}</summary>
        <div class="content">
          <p class="note">${texts.tableHint}</p>
          <al-segmented-choice
            label=${texts.lastColumn}
            showLabel
            .options=${(['classes', 'values'] as const).map((value) => ({ value, label: texts.lastColumns[value] }))}
            .value=${this.wanted}
            @value-change=${(event: ValueChangeEvent<'classes' | 'values'>) => {
              this.wanted = event.detail.value;
            }}
          ></al-segmented-choice>
          <input type="file" accept=".csv,.tsv,.txt,text/csv" aria-label=${texts.tableFile} ?disabled=${isLocked} @change=${this.#takeFile} />
          <textarea
            rows="4"
            spellcheck="false"
            aria-label=${texts.tableText}
            placeholder="x1,x2,class"
            ?disabled=${isLocked}
            .value=${this.pasted}
            @input=${(event: Event) => {
              this.pasted = (event.currentTarget as HTMLTextAreaElement).value;
            }}
          ></textarea>
          <div class="row">
            <button type="button" ?disabled=${isLocked || this.pasted.trim() === ''} @click=${() => this.#read(this.pasted)}>${texts.useTable}</button>
          </div>
          ${failure === undefined ? nothing : html`<p class="field-error" role="alert">${refusalText(texts, failure)}</p>`}
        </div>
      </details>
    `;
  }

  #groups(samples: readonly OwnSample[]) {
    const { kind } = this.model;
    const points = pointsOf(samples, kind === 'curve' ? 1 : 2);
    const task = { classes: 'multi_class', values: 'regression', curve: 'curve' } as const;
    return pointGroups(points, task[kind], ownClassCount(samples), { centre: 0, reach: 1 }, false);
  }

  #take(values: Partial<NetworkState>): void {
    this.failure = undefined;
    this.drawn = undefined;
    this.change({ data: { key: OWN_DATA, parameters: {} }, ...values });
  }

  #begin(kind: OwnKind): void {
    if (this.#isOwn) this.#remember();
    this.target = 0;
    this.#take({ kind, points: FIRST_POINTS[kind], labels: [] });
  }

  readonly #takePresent = (): void => {
    const { choices, model, data } = this;
    const task = taskOf(datasetOf(choices, model), model);
    const kind = task === 'curve' ? 'curve' : task === 'regression' ? 'values' : 'classes';
    this.#take({ kind, points: samplesOf(data), labels: [] });
  };

  readonly #brush = (event: BrushEvent): void => {
    const { place, erases, ends } = event.detail;
    if (this.drawn === undefined && place !== undefined) this.#remember();
    if (place !== undefined) {
      const brush = { kind: this.model.kind, target: this.target, erases: erases || this.erases };
      this.drawn = brushed(this.#samples, brush, place, REACH);
    }
    if (!ends) this.#telling.request();
    else {
      this.#telling.stop();
      this.#tell();
      this.drawn = undefined;
    }
  };

  /** The last point stays: without any there is nothing to learn. */
  #tell(): void {
    const { drawn } = this;
    if (drawn !== undefined && drawn.length > 0 && drawn !== this.model.points)
      this.change({ points: drawn });
  }

  #remember(): void {
    this.#undone.push(this.model.points);
    if (this.#undone.length > MOST_UNDONE) this.#undone.shift();
  }

  readonly #undo = (): void => {
    const points = this.#undone.pop();
    if (points !== undefined) this.#take({ points });
  };

  #read(text: string): void {
    try {
      this.#take(ownStateOfCsv(this.lab, text, this.wanted));
    } catch (failure) {
      this.failure = failure;
    }
  }

  readonly #takeFile = async (event: Event): Promise<void> => {
    const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
    if (file !== undefined) this.#read(await file.text());
  };

  readonly #download = (): void => {
    const { train, test } = this.data;
    const points = pointsOf(samplesOf({ train, test }), train.columns);
    download(
      `${this.model.data.key}.csv`,
      new Blob([this.lab.writeCsv(points)], { type: 'text/csv;charset=utf-8' }),
    );
  };
}

define('al-own-data', OwnDataEditor);

declare global {
  interface HTMLElementTagNameMap {
    'al-own-data': OwnDataEditor;
  }
}
