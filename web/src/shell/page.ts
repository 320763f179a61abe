import { html, nothing, render, type TemplateResult } from 'lit';
import '../elements/activation-explorer/activation-explorer';
import type { LabElement, StateProblemEvent, Theme } from '../elements/lab-element';
import { whenLab } from '../elements/lab-instance';
import type { ValueChangeEvent } from '../elements/shared/number-field';
import '../elements/shared/problems-notice';
import '../elements/shared/segmented-choice';
import {
  commonMessagesOf,
  type Locale,
  loadMessages,
  locale,
  resolveLocale,
  setLocale,
  t,
} from '../i18n/locale';
import type { StateProblem } from '../state/codec';
import { readAddress, SCOPES, type Scope, THEMES, writeAddress } from './address';
import { recall, remember } from './preferences';

declare const __VERSION__: string;

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
];

/** Browsers refuse an address that changes more often than a hundred times in half a minute. */
const ADDRESS_DELAY_MS = 400;

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

/** The start page: keeps language, theme and address in step with its elements. */
export class Page {
  readonly #root: HTMLElement;
  #theme: Theme = 'auto';
  #problems: readonly StateProblem[] = [];
  readonly #missing = new Set<LazyScope>();
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  /** The fragment that this page wrote last, to tell its own changes from those of the reader. */
  #written = '';

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  start(): void {
    this.#root.addEventListener('state-change', this.#addressChanged);
    this.#root.addEventListener('state-problem', this.#reportProblems as EventListener);
    window.addEventListener('hashchange', this.#readAddress);
    window.addEventListener('pagehide', this.#writeAddress);
    // The elements will wait for it: so it is on its way while the page learns its language.
    whenLab().catch(() => {});
    void this.#readAddress();
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
      this.#render();
    }
  }

  readonly #readAddress = async (): Promise<void> => {
    if (this.#written !== '' && location.hash === this.#written) return;
    // What was about to be written is older than what the reader just put there.
    clearTimeout(this.#addressTimer);
    this.#addressTimer = undefined;
    const isFirst = !this.#root.hasChildNodes();
    const { address, problems } = readAddress(
      location.hash,
      isFirst ? {} : { lang: locale(), theme: this.#theme },
    );
    const language = address.lang ?? resolveLocale([recall('lang'), ...navigator.languages]) ?? 'en';
    const spoken = await this.#speak(language);
    if (!spoken && isFirst) return;
    this.#problems = problems;
    this.#theme = address.theme ?? THEMES.find((theme) => theme === recall('theme')) ?? 'auto';
    this.#render();
    for (const scope of SCOPES) this.#element(scope).state = address.states[scope];
    for (const scope of LAZY_SCOPES) {
      if (address.states[scope] !== '') void this.#load(scope);
      if (isFirst) this.#loadWhenNear(scope);
    }
  };

  /** Changes the language, or stays with the present one where the messages of the other cannot be fetched. */
  async #speak(language: Locale): Promise<boolean> {
    try {
      await loadMessages(language);
    } catch {
      if (!this.#root.hasChildNodes()) render(this.#missingPart(language), this.#root);
      return false;
    }
    setLocale(language);
    return true;
  }

  readonly #addressChanged = (): void => {
    this.#addressTimer ??= setTimeout(this.#writeAddress, ADDRESS_DELAY_MS);
  };

  readonly #writeAddress = (): void => {
    if (this.#addressTimer === undefined) return;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = undefined;
    const states = Object.fromEntries(SCOPES.map((scope) => [scope, this.#element(scope).state]));
    this.#written = writeAddress({
      lang: locale(),
      theme: this.#theme === 'auto' ? undefined : this.#theme,
      states: states as Record<Scope, string>,
    });
    history.replaceState(history.state, '', this.#written);
  };

  readonly #reportProblems = (event: StateProblemEvent): void => {
    event.preventDefault();
    const scope = SCOPES.find((known) => this.#element(known) === event.target);
    const named = event.detail.problems.map((problem) =>
      problem.kind === 'bad-value' ? { ...problem, key: `${scope}.${problem.key}` } : problem,
    );
    this.#problems = [...this.#problems, ...named];
    this.#render();
  };

  #element(scope: Scope): LabElement<object> {
    return this.#root.querySelector(TAGS[scope]) as unknown as LabElement<object>;
  }

  #render(): void {
    const { shell } = t();
    const page = document.documentElement;
    page.lang = locale();
    page.dataset.theme = this.#theme;
    document.title = shell.documentTitle;
    document.querySelector('meta[name="description"]')?.setAttribute('content', shell.description);
    render(this.#template(), this.#root);
  }

  #template(): TemplateResult {
    const { shell } = t();
    return html`
      <header>
        <a class="skip" href="#main" @click=${this.#skip}>${shell.skip}</a>
        <div class="bar">
          <h1><span>${shell.title}</span> <span class="other-title" lang=${shell.otherLanguage}>${shell.otherTitle}</span></h1>
          <div class="switches">
            <al-segmented-choice
              label=${shell.language}
              .options=${LANGUAGES}
              .value=${locale()}
              @value-change=${this.#chooseLanguage}
            ></al-segmented-choice>
            <al-segmented-choice
              label=${shell.theme}
              .options=${THEMES.map((value) => ({ value, label: shell.themes[value] }))}
              .value=${this.#theme}
              @value-change=${this.#chooseTheme}
            ></al-segmented-choice>
          </div>
        </div>
        <p class="lead">${shell.lead}</p>
      </header>
      <main id="main" tabindex="-1">
        ${
          this.#problems.length === 0
            ? nothing
            : html`<al-problems-notice .problems=${this.#problems} @dismiss=${this.#dismissProblems}></al-problems-notice>`
        }
        <section aria-labelledby="explorer-title">
          <h2 id="explorer-title">${shell.explorerTitle}</h2>
          <p class="text">${shell.explorerText}</p>
          <activation-explorer></activation-explorer>
        </section>
        <section aria-labelledby="pipeline-title">
          <h2 id="pipeline-title">${shell.pipelineTitle}</h2>
          <p class="text">${shell.pipelineText}</p>
          <tensor-pipeline></tensor-pipeline>
          ${this.#missing.has('pipeline') ? this.#missingPart(locale()) : nothing}
        </section>
        <section aria-labelledby="network-title">
          <h2 id="network-title">${shell.networkTitle}</h2>
          <p class="text">${shell.networkText}</p>
          <mini-network autoplay></mini-network>
          ${this.#missing.has('network') ? this.#missingPart(locale()) : nothing}
        </section>
      </main>
      <footer>
        <p>${shell.title} ${__VERSION__}</p>
        <p><a href="./LICENSE.txt">${shell.licence}</a></p>
        <p><a href="./THIRD-PARTY-LICENSES.txt">${shell.thirdParty}</a></p>
        <p class="privacy">${shell.privacy}</p>
      </footer>
    `;
  }

  /** The address holds the state, so nothing is lost by loading the page again. */
  #missingPart(language: Locale): TemplateResult {
    const { partMissing, reload } = commonMessagesOf(language);
    return html`
      <p role="alert">
        ${partMissing} <button type="button" @click=${() => location.reload()}>${reload}</button>
      </p>
    `;
  }

  /** The fragment of the address holds the state of the page, so the link must not take its place. */
  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.#root.querySelector<HTMLElement>('#main')?.focus();
  };

  readonly #chooseLanguage = async (event: ValueChangeEvent<Locale>): Promise<void> => {
    const language = event.detail.value;
    if (await this.#speak(language)) {
      remember('lang', language);
      this.#addressChanged();
    }
    this.#render();
  };

  readonly #chooseTheme = (event: ValueChangeEvent<Theme>): void => {
    this.#theme = event.detail.value;
    remember('theme', event.detail.value);
    this.#addressChanged();
    this.#render();
  };

  readonly #dismissProblems = (): void => {
    this.#problems = [];
    this.#render();
    this.#root.querySelector<HTMLElement>('#main')?.focus();
  };
}
