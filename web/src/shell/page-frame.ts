import { html, nothing, render, type TemplateResult } from 'lit';
import type { StateProblemEvent, Theme } from '../elements/lab-element';
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
import { type PageChoices, THEMES } from './address';
import { recall, remember } from './preferences';

declare const __VERSION__: string;

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
];

/** Browsers refuse an address that changes more often than a hundred times in half a minute. */
const ADDRESS_DELAY_MS = 400;

export interface ReadFragment<Address extends PageChoices> {
  readonly address: Address;
  readonly problems: readonly StateProblem[];
}

/** What every page has around its elements: keeps language, theme and address in step with them. */
export abstract class PageFrame<Address extends PageChoices> {
  protected readonly root: HTMLElement;
  #theme: Theme = 'auto';
  #problems: readonly StateProblem[] = [];
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  /** The fragment that this page wrote last, to tell its own changes from those of the reader. */
  #written = '';

  constructor(root: HTMLElement) {
    this.root = root;
  }

  /** Reads a fragment; a bad language or theme is replaced by the `current` one. */
  protected abstract read(fragment: string, current: Partial<PageChoices>): ReadFragment<Address>;
  /** The fragment of what is on the page now. */
  protected abstract write(choices: PageChoices): string;
  /** Gives the elements what the address says of them. */
  protected abstract restore(address: Address, isFirst: boolean): void;
  /** What a part of the state of this element is called in the address. */
  protected abstract nameInAddress(element: EventTarget | null, key: string): string;
  protected abstract get titles(): { readonly title: string; readonly description: string };
  protected abstract template(): TemplateResult;

  start(): void {
    this.root.addEventListener('state-change', this.addressChanged);
    this.root.addEventListener('state-problem', this.#reportProblems as EventListener);
    window.addEventListener('hashchange', this.#readAddress);
    window.addEventListener('pagehide', this.#writeAddress);
    void this.#readAddress();
  }

  protected get theme(): Theme {
    return this.#theme;
  }

  protected readonly addressChanged = (): void => {
    this.#addressTimer ??= setTimeout(this.#writeAddress, ADDRESS_DELAY_MS);
  };

  protected render(): void {
    const { title, description } = this.titles;
    const page = document.documentElement;
    page.lang = locale();
    page.dataset.theme = this.#theme;
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute('content', description);
    render(this.template(), this.root);
  }

  protected skipLink(): TemplateResult {
    return html`<a class="skip" href="#main" @click=${this.#skip}>${t().shell.skip}</a>`;
  }

  protected switches(): TemplateResult {
    const { shell } = t();
    return html`
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
    `;
  }

  protected problems(): TemplateResult | typeof nothing {
    return this.#problems.length === 0
      ? nothing
      : html`<al-problems-notice .problems=${this.#problems} @dismiss=${this.#dismissProblems}></al-problems-notice>`;
  }

  protected footer(): TemplateResult {
    const { shell } = t();
    return html`
      <footer>
        <p>${shell.title} ${__VERSION__}</p>
        <p><a href="./LICENSE.txt">${shell.licence}</a></p>
        <p><a href="./THIRD-PARTY-LICENSES.txt">${shell.thirdParty}</a></p>
        <p class="privacy">${shell.privacy}</p>
      </footer>
    `;
  }

  /** The address holds the state, so nothing is lost by loading the page again. */
  protected missingPart(language: Locale): TemplateResult {
    const { partMissing, reload } = commonMessagesOf(language);
    return html`
      <p role="alert">
        ${partMissing} <button type="button" @click=${() => location.reload()}>${reload}</button>
      </p>
    `;
  }

  readonly #readAddress = async (): Promise<void> => {
    if (this.#written !== '' && location.hash === this.#written) return;
    // What was about to be written is older than what the reader just put there.
    clearTimeout(this.#addressTimer);
    this.#addressTimer = undefined;
    const isFirst = !this.root.hasChildNodes();
    const { address, problems } = this.read(
      location.hash,
      isFirst ? {} : { lang: locale(), theme: this.#theme },
    );
    const language = address.lang ?? resolveLocale([recall('lang'), ...navigator.languages]) ?? 'en';
    const spoken = await this.#speak(language);
    if (!spoken && isFirst) return;
    this.#problems = problems;
    this.#theme = address.theme ?? THEMES.find((theme) => theme === recall('theme')) ?? 'auto';
    this.render();
    this.restore(address, isFirst);
  };

  /** Changes the language, or stays with the present one where the messages of the other cannot be fetched. */
  async #speak(language: Locale): Promise<boolean> {
    try {
      await loadMessages(language);
    } catch {
      if (!this.root.hasChildNodes()) render(this.missingPart(language), this.root);
      return false;
    }
    setLocale(language);
    return true;
  }

  readonly #writeAddress = (): void => {
    if (this.#addressTimer === undefined) return;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = undefined;
    this.#written = this.write({
      lang: locale(),
      theme: this.#theme === 'auto' ? undefined : this.#theme,
    });
    history.replaceState(history.state, '', this.#written);
  };

  readonly #reportProblems = (event: StateProblemEvent): void => {
    event.preventDefault();
    const named = event.detail.problems.map((problem) =>
      problem.kind === 'bad-value'
        ? { ...problem, key: this.nameInAddress(event.target, problem.key) }
        : problem,
    );
    this.#problems = [...this.#problems, ...named];
    this.render();
  };

  /** The fragment of the address holds the state of the page, so the link must not take its place. */
  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.#focusMain();
  };

  readonly #chooseLanguage = async (event: ValueChangeEvent<Locale>): Promise<void> => {
    const language = event.detail.value;
    if (await this.#speak(language)) {
      remember('lang', language);
      this.addressChanged();
    }
    this.render();
  };

  readonly #chooseTheme = (event: ValueChangeEvent<Theme>): void => {
    this.#theme = event.detail.value;
    remember('theme', event.detail.value);
    this.addressChanged();
    this.render();
  };

  readonly #dismissProblems = (): void => {
    this.#problems = [];
    this.render();
    this.#focusMain();
  };

  #focusMain(): void {
    this.root.querySelector<HTMLElement>('#main')?.focus();
  }
}
