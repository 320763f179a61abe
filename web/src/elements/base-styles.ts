import { css, unsafeCSS } from 'lit';
import tokens from './tokens.css?inline';

/** Design tokens and a host that no style of a foreign page leaks into. For elements that stand in a page. */
export const hostStyles = css`
  ${unsafeCSS(tokens)}

  :host {
    all: initial;
    display: block;
    direction: ltr;
    box-sizing: border-box;
    container-type: inline-size;
    color-scheme: inherit;
    background: var(--al-paper);
    color: var(--al-ink);
    font-family: var(--al-sans);
    line-height: 1.5;
    text-size-adjust: 100%;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

/** What every shadow root shares: box sizing, focus ring, text for screen readers only. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--al-accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** `<button>` in three weights: plain, `.primary`, `.quiet`; `.icon` makes it square. */
export const buttonStyles = css`
  button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--al-space-2);
    min-height: 36px;
    padding: 4px 14px;
    border: 1px solid var(--al-control-line);
    border-radius: var(--al-radius);
    background: var(--al-surface);
    color: var(--al-ink);
    font: inherit;
    line-height: 1.3;
    cursor: pointer;
    transition: background-color 120ms;
  }
  @media (pointer: coarse) {
    button {
      min-height: var(--al-touch);
      min-width: var(--al-touch);
    }
  }
  button:hover:not(:disabled) {
    background: var(--al-accent-soft);
  }
  button.primary {
    border-color: var(--al-accent);
    background: var(--al-accent);
    color: var(--al-on-accent);
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in oklab, var(--al-accent) 88%, var(--al-ink));
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover:not(:disabled) {
    background: var(--al-accent-soft);
  }
  button.icon {
    width: 36px;
    padding: 0;
  }
  @media (pointer: coarse) {
    button.icon {
      width: var(--al-touch);
    }
  }
  button:disabled {
    border-color: var(--al-line);
    color: var(--al-muted);
    cursor: default;
  }
  button.primary:disabled {
    background: var(--al-surface);
  }
  button svg {
    width: 16px;
    height: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/** Text inputs, text areas and menus. */
export const fieldStyles = css`
  input:not([type='range'], [type='radio'], [type='checkbox']),
  select,
  textarea {
    min-height: 36px;
    max-width: 100%;
    padding: 4px 10px;
    border: 1px solid var(--al-control-line);
    border-radius: var(--al-radius);
    background: var(--al-surface);
    color: var(--al-ink);
    font: inherit;
  }
  @media (pointer: coarse) {
    input:not([type='range'], [type='radio'], [type='checkbox']),
    select {
      min-height: var(--al-touch);
    }
  }
  input[type='file'] {
    padding-block: 5px;
  }
  @media (pointer: coarse) {
    input[type='file'] {
      padding-block: 9px;
    }
  }
  ::file-selector-button {
    margin-inline-end: 10px;
    padding: 0 10px;
    border: 1px solid var(--al-control-line);
    border-radius: 4px;
    background: var(--al-sunken);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  input[type='radio'],
  input[type='checkbox'] {
    accent-color: var(--al-accent);
  }
  [aria-invalid='true'] {
    border-color: var(--al-error) !important;
  }
  .field-error {
    margin: var(--al-space-1) 0 0;
    color: var(--al-error);
    font-size: 0.875em;
  }
`;
