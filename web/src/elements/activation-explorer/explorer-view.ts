import { css } from 'lit';
import type { Lab } from '../../engine/activation-lab';
import { LocalizedElement } from '../shared/localized-element';
import type { Change } from './explorer-actions';
import type { ExplorerState } from './explorer-state';

/** A part of the explorer asks for another state. */
export type ExplorerChangeEvent = CustomEvent<Change>;
/** A part of the explorer has something to say to screen readers. */
export type ExplorerSayEvent = CustomEvent<string>;

/** A part of the explorer: it shows the state it is given and asks its owner for changes. */
export abstract class ExplorerView extends LocalizedElement {
  static override properties = {
    lab: { attribute: false },
    model: { attribute: false },
  };

  declare lab: Lab;
  declare model: ExplorerState;

  protected change(change: Change): void {
    this.dispatchEvent(new CustomEvent('explorer-change', { detail: change, bubbles: true, composed: true }));
  }

  protected say(text: string): void {
    this.dispatchEvent(new CustomEvent('explorer-say', { detail: text, bubbles: true, composed: true }));
  }
}

/** The frame of a view: the picture with what belongs to it, and beside it, where there is room, its controls. */
export const viewStyles = css`
  :host {
    display: block;
  }
  .layout {
    display: grid;
    gap: var(--al-space-5);
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  @container (min-width: 56em) {
    .layout {
      grid-template-columns: minmax(0, 1fr) minmax(18em, 24em);
    }
  }
  .main,
  .side {
    display: grid;
    gap: var(--al-space-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .panel {
    padding: var(--al-space-4);
    border: 1px solid var(--al-line);
    border-radius: var(--al-radius);
    background: var(--al-surface);
  }
  h2 {
    margin: 0 0 var(--al-space-3);
    font-size: 1em;
    font-weight: 700;
  }
  .controls > h2 {
    margin: 0;
  }
  .panel > p {
    margin: 0;
  }
  .panel > p + * {
    margin-top: var(--al-space-3);
  }
  .main > h2 {
    margin: var(--al-space-2) 0 0;
  }
  .side table {
    width: 100%;
  }
  .side td,
  .side th {
    padding-inline-end: 10px;
  }
  .lead {
    max-width: 68ch;
    margin: 0;
    color: var(--al-muted);
  }
  .controls {
    display: grid;
    gap: var(--al-space-3);
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  caption {
    padding-bottom: var(--al-space-2);
    text-align: start;
    font-weight: 700;
  }
  th,
  td {
    padding: 5px 14px 5px 0;
    border-bottom: 1px solid var(--al-line);
    text-align: end;
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
  }
  thead th {
    color: var(--al-muted);
    font-weight: 500;
  }
  tbody th {
    font-weight: 500;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  @container (max-width: 26em) {
    table {
      font-size: 0.875em;
    }
    th,
    td {
      padding-inline-end: 9px;
    }
  }
  @container (max-width: 22em) {
    table {
      font-size: 0.8125em;
    }
    th,
    td {
      padding-inline-end: 7px;
    }
    .panel {
      padding: var(--al-space-3);
    }
  }
  .check {
    display: inline-flex;
    gap: var(--al-space-2);
    align-items: center;
    min-height: 32px;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    @container (max-width: 26em) {
    table {
      font-size: 0.875em;
    }
    th,
    td {
      padding-inline-end: 9px;
    }
  }
  .check {
      min-height: var(--al-touch);
    }
  }
  .check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--al-accent);
  }
  .error-stage {
    --stage-ratio: 16 / 5;
    --stage-least: 150px;
  }
  .probe-field {
    width: 9em;
  }
  .note {
    margin: 0;
    color: var(--al-muted);
    font-size: 0.875em;
  }
`;
