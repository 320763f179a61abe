import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Planes } from '../../../engine/training/observation';
import type { Task } from '../../../engine/training/spec';
import { CanvasPlot } from '../../../plot/canvas-plot';
import { cssOf } from '../../../plot/colour';
import type { ValueScale } from '../../../plot/heat-map';
import type { NetworkLayout, NodePlace } from '../../../plot/network-layout';
import type { PlotSize } from '../../../plot/sized-plot';
import type { Palette } from '../../../plot/theme-colours';
import { define } from '../../define';
import { FeedWatch } from '../feed-watch';
import { isSameUnit, type UnitPlace } from '../model/network-shape';
import { hasPlane, planesOf, unitScale } from '../model/network-values';
import type { NetworkView, SnapshotFeed } from '../model/snapshot-feed';
import { neighbourOf } from '../model/unit-steps';
import { type ValueColours, valueColours } from '../output/value-colours';
import { Throttle } from '../throttle';
import { paintLinks } from './link-painter';
import { INPUT_HALF, type LinkPlace, nearestLink } from './link-place';
import { type UnitImage, UnitPictures } from './unit-pictures';

export interface DiagramPicture {
  readonly layout: NetworkLayout;
  readonly task: Task;
  /** Names of the inputs. */
  readonly inputs: readonly string[];
  /** Accessible names of the units after them, by layer, with what they hold now. */
  readonly labels: readonly (readonly string[])[];
  /** Of a single output, whose centre is a boundary; several outputs are coloured as hidden units are. */
  readonly outputScale: ValueScale | undefined;
}

/** Weights change slowly, and their links are most of what there is to paint. */
const LINKS_INTERVAL_MS = 50;
/** How far beside a link, in pixels, it is still meant: a finger is less exact than a mouse. */
const REACH = { mouse: 5, touch: 12 } as const;

/** A unit is pointed at, by mouse or focus, or no longer: `undefined`. */
export type UnitPointEvent = CustomEvent<UnitPlace | undefined>;
/** What a unit puts out is to be seen large, or no longer. */
export type UnitEnlargeEvent = CustomEvent<UnitPlace>;
/** A link is pointed at, or no longer: `undefined`. */
export type LinkPointEvent = CustomEvent<LinkPlace | undefined>;
/** The weight of a link is to be changed. */
export type LinkChooseEvent = CustomEvent<LinkPlace>;

/**
 * The units of a network, each with a picture of what it puts out, and the weights between them. One stop of the tab key;
 * arrow keys go from unit to unit.
 *
 * @fires unit-point   see UnitPointEvent
 * @fires unit-enlarge see UnitEnlargeEvent
 * @fires link-point   see LinkPointEvent
 * @fires link-choose  see LinkChooseEvent; only where `linksOpen`
 */
export class NetworkDiagram extends CanvasPlot {
  static override properties = {
    ...CanvasPlot.properties,
    picture: { attribute: false },
    feed: { attribute: false },
    pointed: { attribute: false },
    enlarged: { attribute: false },
    groupLabel: { attribute: false },
    linksOpen: { attribute: false },
    entry: { state: true },
  };

  static override styles = [
    ...CanvasPlot.styles,
    css`
      :host {
        contain: size layout;
      }
      .input,
      button {
        position: absolute;
        display: grid;
        place-items: center;
        margin: 0;
        padding: 0;
        translate: -50% -50%;
      }
      .input {
        width: ${2 * INPUT_HALF}px;
        height: 28px;
        border: 1px solid var(--al-line);
        border-radius: 6px;
        background: var(--al-surface);
        color: var(--al-ink);
        font-family: var(--al-serif);
        font-size: 0.9375em;
        white-space: nowrap;
      }
      button {
        appearance: none;
        border: 0;
        border-radius: 2px;
        background: none;
        cursor: pointer;
      }
      button:hover {
        box-shadow: 0 0 0 2px var(--al-ink);
      }
      button[aria-pressed='true'] {
        box-shadow:
          0 0 0 2px var(--al-paper),
          0 0 0 5px var(--al-accent);
      }
      button:focus-visible {
        outline: 2px solid var(--al-accent);
        outline-offset: 4px;
      }
      @media (forced-colors: active) {
        button {
          border: 1px solid ButtonText;
        }
        button[aria-pressed='true'] {
          border: 3px solid Highlight;
        }
      }
    `,
  ];

  declare picture: DiagramPicture;
  declare feed: SnapshotFeed;
  declare pointed: UnitPlace | undefined;
  declare enlarged: UnitPlace | undefined;
  /** Accessible name of all units together. */
  declare groupLabel: string;
  /** Whether a click on a link leads to its weight. */
  declare linksOpen: boolean;
  /** The unit that the tab key leads to. */
  declare private entry: UnitPlace;

  #link: LinkPlace | undefined;
  readonly #pictures = new UnitPictures();
  readonly #links = new Throttle(LINKS_INTERVAL_MS, () => this.#paintLinks());
  #colours: { readonly palette: Palette; readonly value: ValueColours } | undefined;

  constructor() {
    super();
    this.groupLabel = '';
    this.linksOpen = false;
    this.entry = { layer: 0, unit: 0 };
    new FeedWatch(this, () => {
      super.repaint();
      this.#links.request();
    });
    this.addEventListener('pointermove', (event) => this.#pointLink(this.#linkAt(event)));
    this.addEventListener('pointerleave', () => this.#pointLink(undefined));
    this.addEventListener('click', (event) => {
      const link = this.linksOpen ? this.#linkAt(event as PointerEvent) : undefined;
      if (link !== undefined) this.dispatchEvent(new CustomEvent('link-choose', { detail: link }));
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#links.stop();
  }

  override repaint(): void {
    super.repaint();
    this.#paintLinks();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { labels } = this.picture;
    const layer = Math.min(this.entry.layer, labels.length - 1);
    const unit = Math.min(this.entry.unit, (labels[layer]?.length ?? 1) - 1);
    if (!isSameUnit(this.entry, { layer, unit })) this.entry = { layer, unit };
  }

  protected override render(): TemplateResult {
    const { layout, inputs, labels } = this.picture;
    return html`
      <canvas class="links" aria-hidden="true"></canvas>
      ${super.render()}
      ${inputs.map((name, index) => this.#input(name, layout.places[0]?.[index]))}
      <div role="group" aria-label=${this.groupLabel} @keydown=${this.#step} @pointerleave=${this.#leave} @focusout=${this.#leave}>
        ${labels.map((layer, index) => layer.map((label, unit) => this.#unit({ layer: index, unit }, label)))}
      </div>
    `;
  }

  protected override paint(context: CanvasRenderingContext2D, _size: PlotSize): void {
    const view = this.feed?.latest;
    if (view === undefined) return;
    const { layout, task } = this.picture;
    const { palette } = this.theme;
    const { grid } = view.snapshot;
    const side = layout.nodeSize;
    const images = grid === undefined ? [] : this.#images(view, grid);
    if (grid === undefined || !hasPlane(grid, view.shape, { layer: 0, unit: 0 })) this.#paintBoxes(context);
    if (task === 'curve') this.#pictures.paintCurves(context, images, side, palette);
    else this.#pictures.paintMaps(context, images, side, this.#coloursOfTheme());
    context.strokeStyle = cssOf(palette.muted);
    context.lineWidth = 1;
    for (const { left, top } of images) context.strokeRect(left, top, side, side);
  }

  protected override paintWhole(context: CanvasRenderingContext2D, size: PlotSize): void {
    this.#paintLinksOn(context);
    this.paint(context, size);
    const { layout, inputs } = this.picture;
    context.fillStyle = cssOf(this.theme.palette.ink);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const [index, name] of inputs.entries()) {
      const place = layout.places[0]?.[index];
      if (place !== undefined) context.fillText(name, place.x, place.y);
    }
  }

  #paintLinks(): void {
    const context = this.sharpContext('canvas.links');
    if (context !== undefined) this.#paintLinksOn(context);
  }

  #paintLinksOn(context: CanvasRenderingContext2D): void {
    const view = this.feed?.latest;
    const weights = view?.snapshot.weights;
    if (view === undefined || weights === undefined) return;
    paintLinks(context, this.picture.layout, view.shape, weights, this.theme.palette, this.pointed);
  }

  /** Of units whose maps are not there. */
  #paintBoxes(context: CanvasRenderingContext2D): void {
    const { places, nodeSize } = this.picture.layout;
    const { palette } = this.theme;
    context.fillStyle = cssOf(palette.surface);
    context.strokeStyle = cssOf(palette.muted);
    context.lineWidth = 1;
    for (const { x, y } of places.slice(1).flat()) {
      context.fillRect(x - nodeSize / 2, y - nodeSize / 2, nodeSize, nodeSize);
      context.strokeRect(x - nodeSize / 2, y - nodeSize / 2, nodeSize, nodeSize);
    }
  }

  #images({ shape }: NetworkView, grid: Planes): UnitImage[] {
    const { layout, labels, outputScale } = this.picture;
    const images: UnitImage[] = [];
    for (const [layer, { units }] of shape.layers.entries()) {
      // A drawing of the network that comes may meet the snapshot of the one that goes.
      const count = Math.min(units, labels[layer]?.length ?? 0);
      const isOutput = layer === shape.layers.length - 1;
      for (let unit = 0; unit < count; unit++) {
        const place = layout.places[layer + 1]?.[unit];
        if (place === undefined || !hasPlane(grid, shape, { layer, unit })) continue;
        const stack = planesOf(grid, shape, { layer, unit }, 1);
        images.push({
          stack,
          scale: (isOutput ? outputScale : undefined) ?? unitScale(stack),
          left: Math.round(place.x - layout.nodeSize / 2),
          top: Math.round(place.y - layout.nodeSize / 2),
        });
      }
    }
    return images;
  }

  #input(name: string, place: NodePlace | undefined): TemplateResult | typeof nothing {
    if (place === undefined) return nothing;
    return html`<span class="input" .style=${`left: ${place.x}px; top: ${place.y}px`}>${name}</span>`;
  }

  #unit(place: UnitPlace, label: string): TemplateResult | typeof nothing {
    const { places, nodeSize } = this.picture.layout;
    const centre = places[place.layer + 1]?.[place.unit];
    if (centre === undefined) return nothing;
    const point = (): void => this.#point(place);
    const enter = (): void => {
      this.entry = place;
      point();
    };
    return html`
      <button
        type="button"
        tabindex=${isSameUnit(place, this.entry) ? 0 : -1}
        aria-label=${label}
        aria-pressed=${isSameUnit(place, this.enlarged)}
        .style=${`left: ${centre.x}px; top: ${centre.y}px; width: ${nodeSize}px; height: ${nodeSize}px`}
        @pointerenter=${point}
        @focus=${enter}
        @click=${() => this.dispatchEvent(new CustomEvent('unit-enlarge', { detail: place }))}
      ></button>
    `;
  }

  #coloursOfTheme(): ValueColours {
    const { palette } = this.theme;
    if (this.#colours?.palette !== palette) this.#colours = { palette, value: valueColours(palette, 1) };
    return this.#colours.value;
  }

  #point(place: UnitPlace | undefined): void {
    if (!isSameUnit(place, this.pointed))
      this.dispatchEvent(new CustomEvent('unit-point', { detail: place }));
  }

  /** A unit is in front of the links. */
  #linkAt(event: PointerEvent): LinkPlace | undefined {
    if (event.composedPath()[0] instanceof HTMLButtonElement) return undefined;
    const { left, top } = this.getBoundingClientRect();
    const place = { x: event.clientX - left, y: event.clientY - top };
    return nearestLink(this.picture.layout, place, event.pointerType === 'touch' ? REACH.touch : REACH.mouse);
  }

  #pointLink(link: LinkPlace | undefined): void {
    if (link?.input === this.#link?.input && isSameUnit(link?.unit, this.#link?.unit)) return;
    this.#link = link;
    this.style.cursor = link !== undefined && this.linksOpen ? 'pointer' : '';
    this.dispatchEvent(new CustomEvent('link-point', { detail: link }));
  }

  readonly #leave = (): void => {
    const focused = this.shadowRoot?.activeElement;
    const isFocused = focused instanceof HTMLButtonElement && focused.matches(':focus-visible');
    this.#point(isFocused ? this.entry : undefined);
  };

  readonly #step = (event: KeyboardEvent): void => {
    const units = this.picture.labels.map(({ length }) => length);
    const next = neighbourOf(this.entry, event.key, units);
    if (next === undefined) return;
    event.preventDefault();
    this.entry = next;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(),
    );
  };
}

define('al-network-diagram', NetworkDiagram);

declare global {
  interface HTMLElementTagNameMap {
    'al-network-diagram': NetworkDiagram;
  }
}
