import { css, html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/locale';
import { missingFeature } from '../wasm-support';

function explanation(common: Messages['common']): string {
  switch (missingFeature()) {
    case 'no-webassembly':
      return common.failureNoWebAssembly;
    case 'no-simd':
      return common.failureNoSimd;
    default:
      return common.failureLoad;
  }
}

/** What a learner sees when the numerical core cannot run. */
export function failureView(common: Messages['common'], error: unknown, retry: () => void): TemplateResult {
  return html`
    <div class="failure" role="alert">
      <p class="failure-title">${common.failureTitle}</p>
      <p>${explanation(common)}</p>
      <details>
        <summary>${common.technicalDetail}</summary>
        <code>${String(error)}</code>
      </details>
      <button type="button" class="primary" @click=${retry}>${common.retry}</button>
    </div>
  `;
}

export const failureStyles = css`
  .failure {
    padding: var(--al-space-4);
    border: 1px solid var(--al-error);
    border-radius: var(--al-radius);
    background: var(--al-surface);
  }
  .failure-title {
    margin: 0;
    color: var(--al-error);
    font-weight: 600;
  }
  .failure details {
    margin: var(--al-space-3) 0;
    color: var(--al-muted);
  }
  .failure summary {
    min-height: var(--al-touch-small);
    cursor: pointer;
  }
  .failure code {
    font-family: var(--al-mono);
    overflow-wrap: anywhere;
  }
`;
