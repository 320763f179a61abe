import { css, html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/locale';

/** A quiet placeholder while the numerical core loads. */
export function skeletonView(common: Messages['common']): TemplateResult {
  return html`<div class="skeleton" role="status">${common.loading}</div>`;
}

export const skeletonStyles = css`
  .skeleton {
    display: grid;
    place-items: center;
    min-height: 16em;
    border: 1px dashed var(--al-line);
    border-radius: var(--al-radius);
    color: var(--al-muted);
    animation: skeleton-breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes skeleton-breathe {
    from {
      background: var(--al-surface);
    }
    to {
      background: var(--al-sunken);
    }
  }
`;
