import { css, html, nothing, type TemplateResult } from 'lit';
import type { OwnData, Points } from '../../../engine/training/spec';
import { formatNumber } from '../../../i18n/number-format';
import type { CanvasPlot } from '../../../plot/canvas-plot';
import type { ValueScale } from '../../../plot/heat-map';
import type { ViewWindow } from '../../../plot/view-window';
import { baseStyles, buttonStyles } from '../../base-styles';
import { define } from '../../define';
import { closeIcon } from '../../shared/icons';
import { Memo } from '../../shared/memo';
import './decision-map';
import { classCount, datasetOf, isDrawable, outputWidth, taskOf } from '../model/data-spec';
import type { Experiment } from '../model/experiment';
import { pointGroups } from '../model/map-content';
import type { MapPlace } from '../model/map-place';
import { networkNames } from '../model/network-names';
import type { UnitPlace } from '../model/network-shape';
import {
  decidedClass,
  firstOutput,
  hasPlane,
  planesOf,
  rangeOf,
  sharesOf,
  unitScale,
} from '../model/network-values';
import type { PointGroup } from '../model/point-groups';
import { lossOf } from '../model/training-spec';
import { checkStyles, checkView, panelStyles, stackedPanelStyles, WatchingPart } from '../network-part';
import { Throttle } from '../throttle';
import type { MapPicture, MapReadEvent } from './decision-map';
import { mapLegendStyles, mapLegendView } from './map-legend';
import '../picture-menu';
import './sample-panel';

/** The words and numbers beside the map need not follow every frame. */
const DESCRIPTION_INTERVAL_MS = 300;

const percent = (share: number): string => `${formatNumber(Math.round(100 * share))} %`;

/** The probability of one class of several logits. */
function softmaxAt(logits: readonly number[], index: number): number {
  const largest = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  return Math.exp((logits[index] as number) - largest) / total;
}

/**
 * What the network puts out over the plane, with the data.
 *
 * @fires unit-enlarge `detail` undefined: back to the output.
 */
export class OutputPanel extends WatchingPart {
  static override properties = {
    ...WatchingPart.properties,
    data: { attribute: false },
    window: { attribute: false },
    scale: { attribute: false },
    enlarged: { attribute: false },
    ask: { attribute: false },
    place: { state: true },
  };

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    stackedPanelStyles,
    checkStyles,
    ...mapLegendStyles,
    css`
      :host {
        gap: var(--al-space-2);
      }
      .title {
        gap: 0 var(--al-space-2);
        min-height: 36px;
      }
      al-decision-map {
        width: 100%;
        max-width: 34rem;
        aspect-ratio: 1.02;
      }
      .reading {
        min-height: 1.4em;
        margin: 0;
        color: var(--al-muted);
        font-size: 0.8125em;
        font-variant-numeric: tabular-nums;
      }
      .checks {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--al-space-4);
      }
    `,
  ];

  declare data: Required<OwnData>;
  declare window: ViewWindow;
  declare scale: ValueScale;
  declare enlarged: UnitPlace | undefined;
  declare ask: Experiment['ask'];
  /** Where the map is read. */
  declare private place: MapPlace | undefined;

  readonly #describing = new Throttle(DESCRIPTION_INTERVAL_MS, () => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#describing.stop();
  }

  protected override seen(): void {
    this.#describing.request();
  }

  protected override render(): TemplateResult {
    return isDrawable(datasetOf(this.choices, this.model)) ? this.#map() : this.#samples();
  }

  /** Data that lie in no plane. */
  #samples(): TemplateResult {
    const { texts, choices, model, parts, feed, data, ask, scale } = this;
    return html`
      <div class="title"><h3>${texts.samplesTitle}</h3></div>
      <al-sample-panel
        .choices=${choices}
        .model=${model}
        .parts=${parts}
        .feed=${feed}
        .data=${data}
        .ask=${ask}
        .scale=${scale}
      ></al-sample-panel>
    `;
  }

  #map(): TemplateResult {
    const { texts, model, choices, enlarged, scale } = this;
    const names = networkNames(texts, choices, model);
    const unit = enlarged === undefined ? undefined : names.units[enlarged.layer]?.[enlarged.unit];
    const picture = this.#picture(unit === undefined ? undefined : enlarged);
    this.#shown = picture;
    const dataset = datasetOf(choices, model);
    const isClassified = picture.task === 'binary' || picture.task === 'multi_class';
    return html`
      <div class="title">
        <h3>${unit === undefined ? texts.outputTitle : unit}</h3>
        ${
          unit === undefined
            ? nothing
            : html`<button type="button" @click=${this.#back}>${closeIcon} ${texts.backToOutput}</button>`
        }
      </div>
      <al-decision-map
        .picture=${picture}
        .feed=${this.feed}
        .label=${this.#label(picture, unit)}
        .description=${this.#description(picture)}
        .readerLabel=${texts.mapReader}
        @map-read=${this.#readMap}
      ></al-decision-map>
      <p class="reading">${this.place === undefined ? texts.mapReaderHint : this.#reading(picture, this.place)}</p>
      ${mapLegendView(texts, {
        task: picture.task,
        classes: classCount(dataset, model),
        scale: picture.unit === undefined ? scale : this.#unitScale(picture.unit),
        showsTest: model.test,
        isUnit: picture.unit !== undefined,
        discretise: model.discretise,
      })}
      <div class="checks">
        ${this.parts.shows('test-data') ? this.#check('test', texts.showTest) : nothing}
        ${isClassified && this.parts.shows('discretise') ? this.#check('discretise', texts.discretise, texts.discretiseHint) : nothing}
        ${this.parts.shows('map-options') && isClassified ? this.#check('boundary', texts.boundary) : nothing}
        ${this.parts.shows('map-options') && picture.task !== 'curve' && picture.planes === 1 ? this.#check('levels', texts.levels) : nothing}
        ${
          this.parts.shows('map-options')
            ? html`<al-picture-menu .name=${'map'} .plot=${() => this.renderRoot.querySelector<CanvasPlot>('al-decision-map')}></al-picture-menu>`
            : nothing
        }
      </div>
    `;
  }

  #check(key: 'test' | 'discretise' | 'boundary' | 'levels', label: string, hint?: string): TemplateResult {
    return checkView(label, this.model[key], (isOn) => this.change({ [key]: isOn }), { hint });
  }

  readonly #drawn = new Memo<MapPicture>();
  /** The last one. */
  #shown: MapPicture | undefined;

  /** The same object while nothing in it is different, so that the data are not painted again. */
  #picture(unit: UnitPlace | undefined): MapPicture {
    const { model, data, window, scale } = this;
    return this.#drawn.of(
      [data, window, scale, unit, model.test, model.discretise, model.boundary, model.levels],
      () => this.#makePicture(unit),
    );
  }

  #makePicture(unit: UnitPlace | undefined): MapPicture {
    const { model, choices, data, window, scale } = this;
    const dataset = datasetOf(choices, model);
    const task = taskOf(dataset, model);
    const classes = classCount(dataset, model);
    const draw = (points: Points, hollow: boolean): PointGroup[] =>
      pointGroups(points, task, classes, scale, hollow);
    return {
      task,
      window,
      groups: [...(model.test ? draw(data.test, true) : []), ...draw(data.train, false)],
      planes: outputWidth(dataset, model),
      scale,
      discretise: model.discretise,
      boundary: model.boundary,
      levels: model.levels,
      unit,
    };
  }

  #label({ task }: MapPicture, unit: string | undefined): string {
    if (task === 'curve') return this.texts.curveLabel;
    return unit === undefined ? this.texts.mapLabel : this.texts.unitMapLabel(unit);
  }

  readonly #readMap = (event: MapReadEvent): void => {
    const { place, byKey } = event.detail;
    this.place = place;
    const picture = this.#shown;
    if (byKey && place !== undefined && picture !== undefined) this.say(this.#reading(picture, place));
  };

  /** What the network puts out at a place. */
  #reading({ task, window, unit, planes }: MapPicture, [x, y]: MapPlace): string {
    const { texts, choices, model, scale } = this;
    const view = this.feed.latest;
    const grid = view?.snapshot.grid;
    if (view === undefined || grid === undefined) return texts.nothingYet;
    const number = (value: number): string => formatNumber(value, { significant: 3 });
    const last = grid.size - 1;
    const column = Math.round((last * (x - window.left)) / (window.right - window.left));
    const row = task === 'curve' ? 0 : Math.round((last * (window.top - y)) / (window.top - window.bottom));
    const shown = unit !== undefined && hasPlane(grid, view.shape, unit) ? unit : undefined;
    const count = shown === undefined ? Math.min(planes, view.shape.layers.at(-1)?.units ?? 0) : 1;
    const { values } = planesOf(grid, view.shape, shown ?? firstOutput(view.shape), count);
    const outputs = Array.from(
      { length: count },
      (_, plane) => values[plane * grid.size ** 2 + row * grid.size + column] ?? Number.NaN,
    );
    const place = task === 'curve' ? texts.atX(number(x)) : texts.atPoint(number(x), number(y));
    const text = `${place} ${outputs.map(number).join(', ')}`;
    if (outputs.some(Number.isNaN)) return texts.withoutNumbers(text);
    if (shown !== undefined || task === 'curve' || task === 'regression') return text;
    const isLogits = lossOf(choices, model).outputs === 'logits';
    const winner = decidedClass(outputs, { count: 1, planes: outputs.length, centre: scale.centre }, 0);
    const [output = Number.NaN] = outputs;
    const probability =
      task === 'multi_class' ? softmaxAt(outputs, winner) : 1 / (1 + Math.exp(-Math.abs(output)));
    const decision = texts.classNumber(winner + 1);
    return texts.withDecision(text, isLogits ? `${decision}, ${percent(probability)}` : decision);
  }

  #description(picture: MapPicture): string {
    const { texts, data } = this;
    const points = texts.mapPoints(data.train.targets.length, data.test.targets.length);
    const view = this.feed.latest;
    if (view?.snapshot.grid === undefined) return texts.together(texts.nothingYet, points);
    const { task, unit, planes } = picture;
    const place = unit ?? firstOutput(view.shape);
    const count = unit === undefined ? Math.min(planes, view.shape.layers.at(-1)?.units ?? 0) : 1;
    const stack = planesOf(view.snapshot.grid, view.shape, place, count);
    if (unit === undefined && task === 'multi_class') {
      const shares = sharesOf(stack, { ...picture, planes: count });
      const parts = shares.map((share, index) =>
        texts.mapShare(texts.classNumber(index + 1), percent(share)),
      );
      return [...parts, points].reduce((text, part) => texts.together(text, part));
    }
    const [low, high] = rangeOf(stack);
    const range = texts.mapRange(
      formatNumber(low, { significant: 3 }),
      formatNumber(high, { significant: 3 }),
    );
    if (unit !== undefined || task !== 'binary') return texts.together(range, points);
    const [, above = 0] = sharesOf(stack, picture);
    return texts.together(texts.together(range, texts.mapPositive(percent(above))), points);
  }

  #unitScale(unit: UnitPlace): ValueScale {
    const view = this.feed.latest;
    const grid = view?.snapshot.grid;
    return view === undefined || grid === undefined
      ? this.scale
      : unitScale(planesOf(grid, view.shape, unit, 1));
  }

  readonly #back = (): void => {
    this.dispatchEvent(new CustomEvent('unit-enlarge', { detail: undefined }));
  };
}

define('al-output-panel', OutputPanel);

declare global {
  interface HTMLElementTagNameMap {
    'al-output-panel': OutputPanel;
  }
}
