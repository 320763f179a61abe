import { html, nothing, type TemplateResult } from 'lit';
import '../elements/activation-explorer/activation-explorer';
import type { LabElement } from '../elements/lab-element';
import { whenLab } from '../elements/lab-instance';
import { locale, t } from '../i18n/locale';
import { type Address, type PageChoices, readAddress, SCOPES, type Scope, writeAddress } from './address';
import { PageFrame, type ReadFragment } from './page-frame';

const TAGS = {
  explorer: 'activation-explorer',
  pipeline: 'tensor-pipeline',
  network: 'mini-network',
} as const satisfies Record<Scope, string>;

/** Elements below the first screen: who never scrolls to one does not load it. */
const LAZY = {
  pipeline: () => import('../elements/tensor-pipeline/tensor-pipeline'),
  network: () => import('../elements/mini-network/mini-network'),
} as const;
type LazyScope = keyof typeof LAZY;
const LAZY_SCOPES = Object.keys(LAZY) as LazyScope[];

/** How far below the window an element is fetched already. */
const NEAR = '0px 0px 25% 0px';

export class StartPage extends PageFrame<Address> {
  readonly #missing = new Set<LazyScope>();

  override start(): void {
    // The elements will wait for it: so it is on its way while the page learns its language.
    whenLab().catch(() => {});
    super.start();
  }

  protected override read(fragment: string, current: Partial<PageChoices>): ReadFragment<Address> {
    return readAddress(fragment, current);
  }

  protected override write(choices: PageChoices): string {
    const states = Object.fromEntries(SCOPES.map((scope) => [scope, this.#element(scope).state]));
    return writeAddress({ ...choices, states: states as Record<Scope, string> });
  }

  protected override restore({ states }: Address, isFirst: boolean): void {
    for (const scope of SCOPES) this.#element(scope).state = states[scope];
    for (const scope of LAZY_SCOPES) {
      if (states[scope] !== '') void this.#load(scope);
      if (isFirst) this.#loadWhenNear(scope);
    }
  }

  protected override nameInAddress(element: EventTarget | null, key: string): string {
    return `${SCOPES.find((scope) => this.#element(scope) === element)}.${key}`;
  }

  protected override get titles(): { readonly title: string; readonly description: string } {
    const { documentTitle: title, description } = t().shell;
    return { title, description };
  }

  #loadWhenNear(scope: LazyScope): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void this.#load(scope);
      },
      { rootMargin: NEAR },
    );
    observer.observe(this.#element(scope));
  }

  async #load(scope: LazyScope): Promise<void> {
    try {
      await LAZY[scope]();
    } catch {
      this.#missing.add(scope);
      this.render();
    }
  }

  #element(scope: Scope): LabElement<object, object> {
    return this.root.querySelector(TAGS[scope]) as unknown as LabElement<object, object>;
  }

  protected override template(): TemplateResult {
    const { shell } = t();
    return html`
      <header>
        ${this.skipLink()}
        <div class="bar">
          <h1><span>${shell.title}</span> <span class="other-title" lang=${shell.otherLanguage}>${shell.otherTitle}</span></h1>
          ${this.switches()}
        </div>
        <p class="lead">${shell.lead}</p>
      </header>
      <main id="main" tabindex="-1">
        ${this.problems()}
        <section aria-labelledby="explorer-title">
          <h2 id="explorer-title">${shell.explorerTitle}</h2>
          <p class="text">${shell.explorerText}</p>
          <activation-explorer></activation-explorer>
        </section>
        <section aria-labelledby="pipeline-title">
          <h2 id="pipeline-title">${shell.pipelineTitle}</h2>
          <p class="text">${shell.pipelineText}</p>
          <tensor-pipeline></tensor-pipeline>
          ${this.#missingElement('pipeline')}
        </section>
        <section aria-labelledby="network-title">
          <h2 id="network-title">${shell.networkTitle}</h2>
          <p class="text">${shell.networkText} <a href="./lab.html" @click=${this.#toLab}>${shell.toLab}</a></p>
          <mini-network autoplay></mini-network>
          ${this.#missingElement('network')}
        </section>
      </main>
      ${this.footer()}
    `;
  }

  #missingElement(scope: LazyScope): TemplateResult | typeof nothing {
    return this.#missing.has(scope) ? this.missingPart(locale()) : nothing;
  }

  /** The lab goes on with the network that is on this page. */
  readonly #toLab = (event: Event): void => {
    const link = event.currentTarget as HTMLAnchorElement;
    link.href = `./lab.html#${this.#element('network').state}`;
  };
}
