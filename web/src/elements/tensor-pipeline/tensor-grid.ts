import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from '../base-styles';
import { define } from '../define';
import { LocalizedElement } from '../shared/localized-element';
import { pytorchFormat, type ValueFormat } from './pytorch-print';
import { rowOf, type Tensor } from './tensor';
import { gridStyles } from './tensor-grid-styles';
import { textsOf } from './texts';
import { shadeOf } from './value-shade';
import { type Span, visibleSpan, within } from './visible-span';

/** A place in the grid. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A value was clicked or reached by the keyboard. */
export type CellSelectEvent = CustomEvent<Cell>;

/** The mouse came over a value, or left the grid: `null`. */
export type CellHoverEvent = CustomEvent<Cell | null>;

/** The grid was scrolled; the place at its top left corner, in cells. */
export type GridScrollEvent = CustomEvent<Cell>;

/** Tensors up to this many values are drawn whole, larger ones only where they are in view. */
const DRAWN_WHOLE = 256;
/** How far from the window a grid is drawn already. */
const NEAR = '200px';
const ROW_HEIGHT_EM = 2;
const CHARACTER_EM = 0.62;
const CELL_PADDING_EM = 1.2;

/**
 * A tensor as a table of numbers with PyTorch's digits, shaded by sign and size; arrow keys move from value to value.
 *
 * @fires cell-select  see CellSelectEvent
 * @fires cell-hover   see CellHoverEvent
 * @fires grid-scroll  see GridScrollEvent
 */
export class TensorGrid extends LocalizedElement {
  static override properties = {
    tensor: { attribute: false },
    label: {},
    veiled: { type: Boolean },
    row: { type: Number },
    column: { type: Number },
    rowSpan: { state: true },
    columnSpan: { state: true },
  };

  static override styles = [baseStyles, gridStyles];

  declare tensor: Tensor;
  declare label: string;
  /** Shows where values are, but not which. */
  declare veiled: boolean;
  /** The selected value. */
  declare row: number;
  declare column: number;
  declare private rowSpan: Span;
  declare private columnSpan: Span;

  #format: ValueFormat = pytorchFormat(new Float32Array());
  #largest = 0;
  /** Scroll to the selected value at the next update: at the start, and when keys moved it. */
  #reveal = true;
  #alignedTo: { left: number; top: number } | undefined;
  #isNear = false;
  readonly #resized = new ResizeObserver(() => this.#look());
  readonly #approached = new IntersectionObserver(
    (entries) => {
      this.#isNear = entries.at(-1)?.isIntersecting ?? false;
      this.#look();
    },
    { rootMargin: NEAR },
  );

  constructor() {
    super();
    this.tensor = { rank: 1, rows: 0, columns: 0, values: new Float32Array() };
    this.label = '';
    this.veiled = false;
    this.row = 0;
    this.column = 0;
    this.rowSpan = { start: 0, end: 0 };
    this.columnSpan = { start: 0, end: 0 };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#approached.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#approached.disconnect();
  }

  /** Scrolls so that this place, in cells, is at the top left corner. */
  alignTo(row: number, column: number): void {
    const viewport = this.#viewport;
    viewport.scrollTo({ left: column * this.#cellWidth, top: row * this.#rowHeight, behavior: 'instant' });
    this.#alignedTo = { left: viewport.scrollLeft, top: viewport.scrollTop };
    this.#look();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('tensor')) return;
    const { values, rows, columns } = this.tensor;
    this.#format = pytorchFormat(values);
    this.#largest = values.reduce(
      (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
      0,
    );
    const isSmall = values.length <= DRAWN_WHOLE;
    this.rowSpan = isSmall ? { start: 0, end: rows } : within(this.rowSpan, rows);
    this.columnSpan = isSmall ? { start: 0, end: columns } : within(this.columnSpan, columns);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('tensor')) this.#look();
    if (!this.#reveal || this.tensor.values.length === 0) return;
    this.#reveal = false;
    this.#showSelected();
  }

  protected override render(): TemplateResult {
    const { rows, columns } = this.tensor;
    const width = this.#cellWidthEm;
    const size = `--cell: ${width}em; width: ${columns * width}em; height: ${rows * ROW_HEIGHT_EM}em`;
    return html`
      <div
        class="viewport"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${rows}
        aria-colcount=${columns}
        aria-activedescendant="selected"
        aria-readonly="true"
        @keydown=${this.#move}
        @scroll=${this.#scrolled}
        @click=${this.#select}
        @pointermove=${this.#hover}
        @pointerleave=${this.#leave}
      >
        <div class="sheet" role="rowgroup" .style=${size}>
          ${this.#indices(this.rowSpan, this.row).map((row) => this.#renderRow(row))}
        </div>
      </div>
    `;
  }

  /** What is in view, and the selected place, which assistive technology has to find. */
  #indices({ start, end }: Span, selected: number): number[] {
    const indices = Array.from({ length: end - start }, (_, index) => start + index);
    if (selected < start) return [selected, ...indices];
    return selected >= end ? [...indices, selected] : indices;
  }

  #renderRow(row: number): TemplateResult {
    const values = rowOf(this.tensor, row);
    return html`
      <div role="row" aria-rowindex=${row + 1} .style=${`top: ${row * ROW_HEIGHT_EM}em`}>
        ${this.#indices(this.columnSpan, this.column).map((column) =>
          this.#renderCell(row, column, values[column] ?? Number.NaN),
        )}
      </div>
    `;
  }

  #renderCell(row: number, column: number, value: number): TemplateResult {
    const left = `left: ${column * this.#cellWidthEm}em`;
    const shade = this.veiled ? 'veiled' : shadeOf(value, this.#largest);
    const text = this.veiled ? '?' : this.#format.write(value).replace('-', '−');
    if (row !== this.row || column !== this.column) {
      return html`<div role="gridcell" aria-colindex=${column + 1} data-shade=${shade} .style=${left}>${text}</div>`;
    }
    return html`
      <div
        role="gridcell"
        id="selected"
        aria-selected="true"
        aria-colindex=${column + 1}
        aria-label=${this.veiled ? textsOf(this).hidden : nothing}
        data-shade=${shade}
        .style=${left}
      >
        ${text}
      </div>
    `;
  }

  get #cellWidthEm(): number {
    return (this.veiled ? 6 : Math.max(2, this.#format.width)) * CHARACTER_EM + CELL_PADDING_EM;
  }

  get #viewport(): HTMLElement {
    return this.renderRoot.querySelector('.viewport') as HTMLElement;
  }

  get #em(): number {
    return Number.parseFloat(getComputedStyle(this.#viewport).fontSize) || 13;
  }

  get #cellWidth(): number {
    return this.#cellWidthEm * this.#em;
  }

  get #rowHeight(): number {
    return ROW_HEIGHT_EM * this.#em;
  }

  /** Finds out which part of a large tensor is in view. */
  #look(): void {
    if (this.tensor.values.length <= DRAWN_WHOLE || !this.#isNear || !this.hasUpdated) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.#viewport;
    const rowSpan = visibleSpan(scrollTop, clientHeight, this.#rowHeight, this.tensor.rows);
    const columnSpan = visibleSpan(scrollLeft, clientWidth, this.#cellWidth, this.tensor.columns);
    if (!sameSpan(rowSpan, this.rowSpan)) this.rowSpan = rowSpan;
    if (!sameSpan(columnSpan, this.columnSpan)) this.columnSpan = columnSpan;
  }

  #showSelected(): void {
    const viewport = this.#viewport;
    const [top, left] = [this.row * this.#rowHeight, this.column * this.#cellWidth];
    const bottom = top + this.#rowHeight - viewport.clientHeight;
    const right = left + this.#cellWidth - viewport.clientWidth;
    viewport.scrollTop = Math.min(top, Math.max(bottom, viewport.scrollTop));
    viewport.scrollLeft = Math.min(left, Math.max(right, viewport.scrollLeft));
  }

  #emit(type: 'cell-select' | 'cell-hover' | 'grid-scroll', detail: Cell | null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  readonly #scrolled = (): void => {
    const { scrollLeft, scrollTop } = this.#viewport;
    this.#look();
    const { left, top } = this.#alignedTo ?? { left: Number.NaN, top: Number.NaN };
    this.#alignedTo = undefined;
    if (Math.abs(left - scrollLeft) < 1 && Math.abs(top - scrollTop) < 1) return;
    this.#emit('grid-scroll', { row: scrollTop / this.#rowHeight, column: scrollLeft / this.#cellWidth });
  };

  readonly #select = (event: Event): void => {
    const cell = cellOf(event);
    if (cell !== null) this.#emit('cell-select', cell);
  };

  readonly #hover = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    const cell = cellOf(event);
    if (cell === null || (cell.row === this.row && cell.column === this.column)) return;
    this.#emit('cell-hover', cell);
  };

  readonly #leave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#emit('cell-hover', null);
  };

  readonly #move = (event: KeyboardEvent): void => {
    const { rows, columns } = this.tensor;
    const page = Math.max(1, Math.floor(this.#viewport.clientHeight / this.#rowHeight) - 1);
    const wholeTable = event.ctrlKey || event.metaKey;
    const target = {
      ArrowUp: [this.row - 1, this.column],
      ArrowDown: [this.row + 1, this.column],
      ArrowLeft: [this.row, this.column - 1],
      ArrowRight: [this.row, this.column + 1],
      PageUp: [this.row - page, this.column],
      PageDown: [this.row + page, this.column],
      Home: [wholeTable ? 0 : this.row, 0],
      End: [wholeTable ? rows - 1 : this.row, columns - 1],
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const [row = 0, column = 0] = target;
    this.#reveal = true;
    this.#emit('cell-select', { row: clamp(row, rows), column: clamp(column, columns) });
  };
}

function cellOf(event: Event): Cell | null {
  const cell = (event.target as Element).closest('[role="gridcell"]');
  if (cell === null) return null;
  const indexOf = (element: Element | null, axis: 'row' | 'col'): number =>
    Number(element?.getAttribute(`aria-${axis}index`)) - 1;
  return { row: indexOf(cell.parentElement, 'row'), column: indexOf(cell, 'col') };
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

define('al-tensor-grid', TensorGrid);

declare global {
  interface HTMLElementTagNameMap {
    'al-tensor-grid': TensorGrid;
  }
}
