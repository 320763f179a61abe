import { css, html, type TemplateResult } from 'lit';
import { localeOf } from '../../i18n/locale';
import { baseStyles, buttonStyles, fieldStyles } from '../base-styles';
import { closeIcon } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import { LAB_TEXTS, type LabTexts } from './lab-texts';

/**
 * A modal dialog of the lab.
 *
 * @fires close when it is closed in whatever way.
 */
export abstract class LabDialog extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      dialog {
        width: min(46rem, 100% - 24px);
        max-height: calc(100% - 24px);
        padding: 0;
        border: 1px solid var(--al-control-line);
        border-radius: 10px;
        background: var(--al-paper);
        color: var(--al-ink);
        overscroll-behavior: contain;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.45);
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        gap: var(--al-space-4);
        align-items: center;
        justify-content: space-between;
        padding: var(--al-space-3) var(--al-space-3) var(--al-space-3) var(--al-space-5);
        border-bottom: 1px solid var(--al-line);
        background: var(--al-paper);
      }
      h2 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
      }
      h3 {
        margin: 0;
        font-size: 1em;
        font-weight: 650;
      }
      .body {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--al-space-5);
        padding: var(--al-space-4) var(--al-space-5) var(--al-space-5);
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--al-space-3);
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      .note {
        color: var(--al-muted);
        font-size: 0.875em;
      }
      label {
        font-size: 0.875em;
      }
      textarea,
      input[type='text'] {
        width: 100%;
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
        font-size: 0.875em;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--al-space-3) var(--al-space-4);
        align-items: end;
      }
    `,
  ];

  protected abstract get heading(): string;
  protected abstract renderContent(): TemplateResult;

  protected get texts(): LabTexts {
    return LAB_TEXTS[localeOf(this)];
  }

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
  }

  close(): void {
    this.#dialog?.close();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" @close=${this.#closed} @click=${this.#clicked}>
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button type="button" class="quiet icon" aria-label=${this.t.common.close} @click=${() => this.close()}>${closeIcon}</button>
        </div>
        <div class="body">${this.renderContent()}</div>
      </dialog>
    `;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #closed = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  /** A click beside the dialog closes it. */
  readonly #clicked = (event: MouseEvent): void => {
    if (event.target === this.#dialog) this.close();
  };
}
