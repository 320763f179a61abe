import { css } from 'lit';

export const labStyles = css`
  :host([embed]) {
    background: none;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--al-space-2);
    justify-content: flex-end;
    padding-bottom: var(--al-space-3);
  }
  .tools button {
    font-size: 0.875em;
  }
  .task {
    margin-bottom: var(--al-space-4);
    padding: var(--al-space-3) var(--al-space-4);
    border-inline-start: 4px solid var(--al-accent);
    border-radius: var(--al-radius);
    background: var(--al-surface);
  }
  .task p {
    max-width: 60em;
    margin: 0;
    text-wrap: pretty;
  }
  .task .goal {
    margin-top: var(--al-space-1);
    color: var(--al-muted);
    font-size: 0.875em;
  }
  .goal[data-done] {
    color: var(--al-positive);
    font-weight: 600;
  }
  .goal[data-done]::before {
    content: '✓ ';
  }
  al-run-history {
    display: block;
    max-width: 112rem;
    margin: var(--al-space-5) auto 0;
    padding-top: var(--al-space-3);
    border-top: 1px solid var(--al-line);
  }
  .full {
    margin: var(--al-space-3) 0 0;
    font-size: 0.875em;
    text-align: end;
  }
  a {
    color: var(--al-accent);
  }
`;
