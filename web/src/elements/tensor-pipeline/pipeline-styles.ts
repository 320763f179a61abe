import { css } from 'lit';

export const pipelineStyles = css`
  .top {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: var(--al-space-4) var(--al-space-5);
    align-items: start;
  }
  h3 {
    margin: var(--al-space-5) 0 var(--al-space-2);
    font-size: 1.0625em;
  }
  .hint,
  .legend {
    margin: var(--al-space-2) 0 0;
    color: var(--al-muted);
    font-size: 0.875em;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--al-space-1) var(--al-space-2);
    margin-bottom: var(--al-space-4);
  }
  .legend span:last-child {
    margin-inline-start: auto;
  }
  .key {
    width: 1.5em;
    height: 1em;
    border: 1px solid var(--al-line);
    border-radius: 3px;
  }
  .key.positive {
    background: linear-gradient(
      90deg,
      var(--al-surface),
      color-mix(in oklab, var(--al-positive) 42%, var(--al-surface))
    );
  }
  .key.negative {
    margin-inline-start: var(--al-space-3);
    background: linear-gradient(
      90deg,
      var(--al-surface),
      color-mix(in oklab, var(--al-negative) 42%, var(--al-surface))
    );
  }

  .flow-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--al-space-1) var(--al-space-4);
    margin: var(--al-space-5) 0 var(--al-space-2);
  }
  .flow-head h3 {
    margin: 0;
  }
  .add-menu {
    width: 14em;
  }
  .flow {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: fit-content(26em);
    grid-template-rows: repeat(4, auto);
    column-gap: var(--al-space-5);
    padding: var(--al-space-1) var(--al-space-1) var(--al-space-3);
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .stage {
    display: grid;
    grid-row: 1 / -1;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    min-width: 12.5em;
  }
  .head {
    padding-bottom: var(--al-space-1);
  }
  .quantity {
    position: relative;
    padding: var(--al-space-2) 0;
  }
  .caption {
    margin: 0 0 var(--al-space-1);
    font-size: 0.875em;
    line-height: 1.4;
  }
  .quantity-name {
    display: block;
    color: var(--al-muted);
  }
  .symbol {
    font-family: var(--al-serif);
    white-space: nowrap;
  }

  /* The way of the values and the way back of the gradients. */
  .stage:not(:first-child) > .value::before,
  .stage:not(:first-child) > .gradient::before {
    position: absolute;
    top: 3.6em;
    left: calc(-1 * var(--al-space-5));
    width: var(--al-space-5);
    color: var(--al-accent);
    text-align: center;
  }
  .stage:not(:first-child) > .value::before {
    content: '→' / '';
  }
  .stage:not(:first-child) > .gradient::before {
    content: '←' / '';
  }

  @container (max-width: 40em) {
    .flow {
      display: block;
      overflow: visible;
      padding-inline: 0;
    }
    .stage {
      display: block;
      min-width: 0;
      padding: var(--al-space-2) 0 var(--al-space-3);
      border-top: 1px solid var(--al-line);
    }
    .stage:not(:first-child) > .value::before,
    .stage:not(:first-child) > .gradient::before {
      content: none;
    }
    .derivative:empty {
      display: none;
    }
    .quantity-name {
      display: inline;
      margin-inline-end: var(--al-space-2);
    }
    .earlier svg,
    .later svg {
      rotate: 90deg;
    }
  }

  .code {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 28em), 1fr));
    gap: var(--al-space-4);
    align-items: start;
  }
  .code > * {
    min-width: 0;
  }
  .exports {
    display: flex;
    flex-wrap: wrap;
    gap: var(--al-space-2);
    margin-top: var(--al-space-4);
  }
`;
