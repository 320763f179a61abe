import { html, nothing, type TemplateResult } from 'lit';
import '../elements/activation-lab/activation-lab';
import type { ActivationLab, TrainingProgressEvent } from '../elements/activation-lab/activation-lab';
import { flagsCodec, type LabFlags } from '../elements/activation-lab/lab-flags';
import { labFragment } from '../elements/activation-lab/lab-link';
import { EmbeddedLab } from '../embedding/embedded-lab';
import { t } from '../i18n/locale';
import type { PageChoices } from './address';
import { type LabAddress, readLabAddress } from './lab-address';
import { PageFrame, type ReadFragment } from './page-frame';

/** The page of the lab, which may stand in a frame of another page. */
export class LabPage extends PageFrame<LabAddress> {
  #flags: LabFlags = flagsCodec.initial;
  #embedded: EmbeddedLab | undefined;

  protected override read(fragment: string, current: Partial<PageChoices>): ReadFragment<LabAddress> {
    const reading = readLabAddress(fragment, { ...current, flags: this.#flags });
    this.#flags = reading.address.flags;
    return reading;
  }

  protected override write(choices: PageChoices): string {
    return `#${labFragment({ ...choices, flags: this.#flags, state: this.#lab.state })}`;
  }

  protected override restore({ flags, state }: LabAddress): void {
    this.#lab.flags = flags;
    this.#lab.state = state;
    if (flags.embed && window.parent !== window) this.#embed();
  }

  /** Once: a page around a frame does not change. */
  #embed(): void {
    if (this.#embedded !== undefined) return;
    const embedded = new EmbeddedLab({ lab: this.#lab, host: window.parent, own: window });
    this.#embedded = embedded;
    new ResizeObserver(() => {
      embedded.height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    }).observe(document.documentElement);
    this.root.addEventListener('state-change', () => embedded.stateChanged());
    this.root.addEventListener('training-progress', ((event: TrainingProgressEvent) =>
      embedded.progressed({ ...event.detail })) as EventListener);
    this.root.addEventListener('goal-reached', ((event: TrainingProgressEvent) =>
      embedded.completed({ ...event.detail })) as EventListener);
  }

  protected override nameInAddress(_element: EventTarget | null, key: string): string {
    return key;
  }

  protected override get titles(): { readonly title: string; readonly description: string } {
    const { labTitle: title, labDescription: description } = t().shell;
    return { title, description };
  }

  get #lab(): ActivationLab {
    return this.root.querySelector('activation-lab') as ActivationLab;
  }

  protected override template(): TemplateResult {
    const { embed } = this.#flags;
    document.documentElement.classList.toggle('embedded', embed);
    return html`
      ${embed ? this.#hiddenTitles() : this.#header()}
      <main id="main" tabindex="-1" class="lab">
        ${this.problems()}
        <activation-lab></activation-lab>
      </main>
      ${embed ? nothing : this.footer()}
    `;
  }

  /** The page around a frame shows its own; who listens to the frame still hears where they are. */
  #hiddenTitles(): TemplateResult {
    const { shell } = t();
    return html`<h1 class="hidden">${shell.title}</h1><h2 class="hidden">${shell.labName}</h2>`;
  }

  #header(): TemplateResult {
    const { shell } = t();
    return html`
      <header class="slim">
        ${this.skipLink()}
        <div class="bar">
          <div class="titles">
            <h1><a href="./">${shell.title}</a></h1>
            <h2>${shell.labName}</h2>
          </div>
          ${this.switches()}
        </div>
      </header>
    `;
  }
}
