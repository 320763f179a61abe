import { css, unsafeCSS } from 'lit';
import { STRONGEST } from './value-shade';

/** Of the tint of the strongest value; ink on it keeps a contrast of more than 4.5. */
const STRONGEST_SHARE = 42;

function shades(letter: 'p' | 'n', colour: string): string {
  return Array.from({ length: STRONGEST }, (_, index) => {
    const share = Math.round(((index + 1) / STRONGEST) * STRONGEST_SHARE);
    return `[data-shade='${letter}${index + 1}'] { background: color-mix(in oklab, ${colour} ${share}%, var(--al-surface)); }`;
  }).join('\n');
}

export const gridStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .viewport {
    width: fit-content;
    max-width: 100%;
    max-height: 22em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--al-line);
    border-radius: var(--al-radius);
    background: var(--al-surface);
    font-family: var(--al-mono);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    contain: content;
  }
  @media (pointer: coarse) {
    .viewport {
      font-size: 0.875em;
    }
  }
  .viewport:focus-visible {
    outline-offset: 1px;
  }
  .sheet {
    position: relative;
  }
  [role='row'] {
    position: absolute;
    inset-inline: 0;
    height: 2em;
  }
  [role='gridcell'] {
    position: absolute;
    width: var(--cell);
    height: 2em;
    padding-inline: 0.5em;
    border: 1px solid var(--al-surface);
    border-width: 0 1px 1px 0;
    line-height: calc(2em - 1px);
    text-align: end;
    white-space: nowrap;
    cursor: default;
  }
  ${unsafeCSS(shades('p', 'var(--al-positive)'))}
  ${unsafeCSS(shades('n', 'var(--al-negative)'))}
  [data-shade='zero'] {
    color: var(--al-muted);
  }
  [data-shade='nan'] {
    font-style: italic;
    background: repeating-linear-gradient(-45deg, transparent 0 4px, var(--al-line) 4px 5px);
  }
  [data-shade='veiled'] {
    text-align: center;
    color: var(--al-muted);
    background: var(--al-sunken);
  }
  #selected {
    outline: 2px solid var(--al-ink);
    outline-offset: -2px;
    border-radius: 3px;
    z-index: 1;
  }
`;
