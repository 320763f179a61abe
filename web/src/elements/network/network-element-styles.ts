import { css } from 'lit';

export const networkElementStyles = css`
  .network {
    max-width: 112rem;
    margin-inline: auto;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--al-space-4);
  }
  al-training-bar {
    padding-block: var(--al-space-3);
    border-block: 1px solid var(--al-line);
  }

  /* On a narrow screen what is learned comes first, and what can be set last. */
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--al-space-5);
    align-items: start;
  }
  .column {
    display: contents;
  }
  al-output-panel {
    order: 1;
  }
  al-network-panel {
    order: 2;
  }
  al-results-panel {
    order: 3;
  }
  al-settings-panel {
    order: 4;
  }
  al-data-panel {
    order: 5;
  }

  @container (min-width: 44em) {
    .panels {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    }
    .column {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--al-space-5);
    }
    .column.data {
      grid-column: 1 / -1;
      order: 1;
    }
  }
  @container (min-width: 70em) {
    .panels {
      grid-template-columns: minmax(13.5rem, 15rem) minmax(0, 1fr) minmax(18rem, 24rem);
      gap: var(--al-space-5) clamp(var(--al-space-5), 3cqi, var(--al-space-6));
    }
    .column.data {
      grid-column: auto;
      order: 0;
    }
  }
`;
