import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../define';
import { LabDialog } from './dialog';

/** What opening something led to. */
export interface Opened {
  /** Why it could not be opened. */
  readonly refusal?: string;
  /** What is not as it was where it comes from. */
  readonly remarks: readonly string[];
}

/**
 * Opens what the reader has: a saved session, a link of the lab or of TensorFlow Playground, rows of numbers.
 *
 * @fires close when it is closed in whatever way.
 */
export class OpenDialog extends LabDialog {
  static override properties = {
    open: { attribute: false },
    text: { state: true },
    opened: { state: true },
  };

  /** Opens a text for the lab. */
  declare open: (text: string) => Promise<Opened>;
  declare private text: string;
  declare private opened: Opened | undefined;

  constructor() {
    super();
    this.text = '';
  }

  protected override get heading(): string {
    return this.texts.openTitle;
  }

  protected override renderContent(): TemplateResult {
    const { texts, opened } = this;
    return html`
      <section>
        <h3>${texts.openFile}</h3>
        <p class="note">${texts.openFileNote}</p>
        <input type="file" aria-label=${texts.openFile} accept=".json,.csv,.txt,application/json,text/csv" @change=${this.#takeFile} />
      </section>
      <section>
        <h3>${texts.openLink}</h3>
        <p class="note">${texts.openLinkNote}</p>
        <textarea rows="3" spellcheck="false" aria-label=${texts.openLink} .value=${this.text} @input=${this.#type}></textarea>
        <div><button type="button" class="primary" ?disabled=${this.text.trim() === ''} @click=${() => void this.#open(this.text)}>${texts.openNow}</button></div>
      </section>
      <div role="status">
        ${opened?.refusal === undefined ? nothing : html`<p class="field-error">${opened.refusal}</p>`}
        ${
          opened === undefined || opened.refusal !== undefined
            ? nothing
            : html`
              <p>${opened.remarks.length === 0 ? texts.openedSame : texts.openedOther}</p>
              <ul>${opened.remarks.map((remark) => html`<li>${remark}</li>`)}</ul>
            `
        }
      </div>
    `;
  }

  async #open(text: string): Promise<void> {
    this.opened = await this.open(text);
  }

  readonly #type = (event: Event): void => {
    this.text = (event.currentTarget as HTMLTextAreaElement).value;
  };

  readonly #takeFile = async (event: Event): Promise<void> => {
    const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
    if (file !== undefined) await this.#open(await file.text());
  };
}

define('al-open-dialog', OpenDialog);

declare global {
  interface HTMLElementTagNameMap {
    'al-open-dialog': OpenDialog;
  }
}
