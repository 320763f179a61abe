import { css } from 'lit';

/** `<details class="more">`: what opens on demand. */
export const disclosureStyles = css`
  .more > summary {
    display: flex;
    gap: var(--al-space-2);
    align-items: center;
    width: fit-content;
    max-width: 100%;
    min-height: 32px;
    border-radius: var(--al-radius);
    color: var(--al-accent);
    font-size: 0.875em;
    list-style: none;
    cursor: pointer;
  }
  .more > summary::-webkit-details-marker {
    display: none;
  }
  .more > summary::before {
    content: '';
    flex: none;
    width: 0.5em;
    height: 0.5em;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    rotate: -45deg;
    transition: rotate 120ms;
  }
  .more[open] > summary::before {
    rotate: 45deg;
  }
  .more > summary:hover {
    text-decoration: underline;
  }
  .more > .content {
    display: grid;
    gap: var(--al-space-3);
    padding-block: var(--al-space-2) var(--al-space-3);
  }
  @media (pointer: coarse) {
    .more > summary {
      min-height: var(--al-touch);
    }
  }
`;
