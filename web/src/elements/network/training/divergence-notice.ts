import { css, html, nothing, type TemplateResult } from 'lit';
import type { Divergence } from '../../../engine/training/observation';
import { formatNumber } from '../../../i18n/number-format';
import type { NetworkTexts } from '../texts';

/** What can be done about it. What is left out is not offered. */
export interface DivergenceActions {
  readonly reset: () => void;
  readonly rewind: () => void;
  readonly lowerRate: (() => void) | undefined;
  readonly clip: (() => void) | undefined;
}

export interface DivergenceFacts {
  readonly divergence: Divergence;
  readonly layerCount: number;
  readonly rate: number;
  /** Worth trying instead. */
  readonly lowerRate: number;
  /** Largest norm of the gradient that clipping would allow. */
  readonly clip: number;
}

/** Says where numbers stopped being finite, why, and what can be done. */
export function divergenceView(
  texts: NetworkTexts,
  { divergence, layerCount, rate, lowerRate, clip }: DivergenceFacts,
  actions: DivergenceActions,
): TemplateResult {
  const { step, layer, quantity } = divergence;
  const name = layer === layerCount - 1 ? texts.theOutputLayer : texts.theLayer(layer + 1);
  return html`
    <div class="notice" role="alert">
      <div>
        <p class="notice-title">${texts.divergedTitle}</p>
        <p>
          ${texts.diverged(formatNumber(step + 1, { decimals: 0 }), name, texts.quantities[quantity])}
          ${texts.divergedWhy(formatNumber(rate))}
        </p>
      </div>
      <div class="notice-actions">
        <button type="button" @click=${actions.rewind}>${texts.backToGood}</button>
        ${actions.clip ? html`<button type="button" @click=${actions.clip}>${texts.clipGradients(formatNumber(clip))}</button>` : nothing}
        ${actions.lowerRate ? html`<button type="button" class="primary" @click=${actions.lowerRate}>${texts.lowerRate(formatNumber(lowerRate))}</button>` : nothing}
        <button type="button" @click=${actions.reset}>${texts.backToStart}</button>
      </div>
    </div>
  `;
}

export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--al-space-2) var(--al-space-5);
    align-items: center;
    justify-content: space-between;
    padding: var(--al-space-3) var(--al-space-4);
    border: 1px solid var(--al-line);
    border-inline-start: 4px solid var(--al-error);
    border-radius: var(--al-radius);
    background: var(--al-surface);
  }
  .notice.calm {
    border-inline-start-color: var(--al-accent);
  }
  .notice > div:first-child {
    flex: 1 1 24em;
  }
  .notice p {
    margin: 0;
  }
  .notice-title {
    font-weight: 650;
  }
  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--al-space-2);
  }
`;
