import { css, html, nothing, type TemplateResult } from 'lit';
import type { OwnData, Points } from '../../../engine/training/spec';
import { formatNumber } from '../../../i18n/number-format';
import type { ValueScale } from '../../../plot/heat-map';
import { baseStyles } from '../../base-styles';
import { define } from '../../define';
import '../../shared/menu-select';
import type { ValueChangeEvent } from '../../shared/number-field';
import { classCount, datasetOf, taskOf } from '../model/data-spec';
import type { Experiment } from '../model/experiment';
import { columnNames } from '../model/network-names';
import { decidedClass } from '../model/network-values';
import type { DatasetInfo } from '../model/training-choices';
import { panelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';
import './sample-map';

/** Asking for every sample costs more than a frame may take. */
const ASKING_INTERVAL_MS = 400;

/** Of data that lie in no plane: samples, and what the network takes them for. */
export class SamplePanel extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    data: { attribute: false },
    ask: { attribute: false },
    scale: { attribute: false },
    axes: { state: true },
    decided: { state: true },
  };

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: var(--al-space-2);
      }
      al-sample-map {
        width: 100%;
        max-width: 34rem;
        aspect-ratio: 1.02;
      }
      .axes {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--al-space-3);
      }
      al-menu-select {
        width: 100%;
      }
    `,
  ];

  declare data: Required<OwnData>;
  declare ask: Experiment['ask'];
  /** Colours of a single output, whose centre is the boundary. */
  declare scale: ValueScale;
  declare private axes: readonly [number, number];
  declare private decided: Uint8Array | undefined;

  readonly #asking = new Throttle(ASKING_INTERVAL_MS, () => void this.#decide());

  constructor() {
    super();
    this.axes = [0, 1];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.stop();
  }

  protected override seen(): void {
    this.#asking.request();
  }

  /** Test data where there are some: what a network has not seen tells more. */
  get #points(): Points {
    return this.data.test.targets.length > 0 ? this.data.test : this.data.train;
  }

  protected override render(): TemplateResult {
    const { texts, choices, model, decided } = this;
    const dataset = datasetOf(choices, model);
    const points = this.#points;
    const axes = this.axes.map((axis) => Math.min(axis, dataset.columns - 1)) as [number, number];
    const picture = {
      dataset,
      points,
      classes: classCount(dataset, model),
      axes,
      decided: this.#fitting(points),
    };
    return html`
      <al-sample-map .picture=${picture} .label=${texts.samplesLabel} .description=${this.#describe(points, decided)}></al-sample-map>
      ${dataset.imageWidth > 0 ? nothing : this.#axisChoices(dataset, axes)}
      <p class="note">${dataset.imageWidth > 0 ? texts.imagesLegend : texts.scatterLegend}</p>
    `;
  }

  #axisChoices(dataset: DatasetInfo, axes: readonly [number, number]): TemplateResult {
    const { texts } = this;
    const names = columnNames(texts, dataset);
    const options = names.map((label, index) => ({
      value: String(index),
      label:
        dataset.measured.length === names.length
          ? this.nameOf(dataset.measured[index] ?? { name: label, nameZh: label })
          : label,
    }));
    const menu = (axis: 0 | 1, label: string): TemplateResult => html`
      <al-menu-select
        label=${label}
        .groups=${[{ label: '', options }]}
        .value=${String(axes[axis])}
        @value-change=${(event: ValueChangeEvent<string>) => {
          this.axes = axes.with(axis, Number(event.detail.value)) as [number, number];
        }}
      ></al-menu-select>
    `;
    return html`<div class="axes">${menu(0, texts.toTheRight)} ${menu(1, texts.upwards)}</div>`;
  }

  #fitting(points: Points): Uint8Array | undefined {
    return this.decided?.length === points.targets.length ? this.decided : undefined;
  }

  #describe(points: Points, decided: Uint8Array | undefined): string {
    if (decided === undefined) return this.texts.nothingYet;
    const wrong = Array.from(points.targets).filter((target, sample) => decided[sample] !== target).length;
    return this.texts.samplesWrong(formatNumber(wrong), formatNumber(points.targets.length));
  }

  async #decide(): Promise<void> {
    const { choices, model } = this;
    const points = this.#points;
    const task = taskOf(datasetOf(choices, model), model);
    if (task !== 'binary' && task !== 'multi_class') return;
    try {
      const outputs = await this.ask(0, 'predict', points.inputs);
      const count = points.targets.length;
      const placed = { count, planes: outputs.length / count, centre: this.scale.centre };
      this.decided = Uint8Array.from({ length: count }, (_, sample) => decidedClass(outputs, placed, sample));
    } catch {
      // The network has just been replaced: the next snapshot asks again.
    }
  }
}

define('al-sample-panel', SamplePanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-sample-panel': SamplePanel;
  }
}
