import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  commonMessagesOf,
  type Locale,
  Localized,
  loadMessages,
  localeOf,
  type Messages,
  messagesOf,
} from '../i18n/locale';
import type { Codec, StateProblem } from '../state/codec';
import { readQuery } from '../state/query';
import { baseStyles, buttonStyles, hostStyles } from './base-styles';
import { failureStyles, failureView } from './shared/failure-view';
import { LiveRegion } from './shared/live-region';
import './shared/problems-notice';
import { skeletonStyles, skeletonView } from './shared/skeleton';

export type Theme = 'light' | 'dark' | 'auto';

/** The state of an element changed by the learner's hand; `state` restores it. */
export type StateChangeEvent = CustomEvent<{ readonly state: string }>;

/** Parts of a `state` could not be used. Whoever shows them prevents the default, which is a notice in the element. */
export type StateProblemEvent = CustomEvent<{ readonly problems: readonly StateProblem[] }>;

/**
 * A custom element that stands in any page: it loads the lab, shows that it loads or why it cannot, speaks the language of its
 * surroundings, and keeps everything a link has to restore in `state`.
 *
 * @attr lang   `en` or `zh-CN`; default: the nearest outer `lang`, then the reader's preference.
 * @attr theme  `light`, `dark` or `auto`, the default: the `color-scheme` of the page around.
 * @attr state  `key=value&key=value`; bad values are named in a notice and the last good ones kept.
 * @fires state-change  bubbles, composed; `detail.state` is the new value of `state`.
 * @fires state-problem bubbles, composed, cancelable; `detail.problems` names what could not be used.
 */
export abstract class LabElement<State extends object, Lab> extends LitElement {
  static override properties: PropertyDeclarations = {
    lang: { reflect: true },
    theme: { reflect: true },
    state: { noAccessor: true },
  };

  static override styles: CSSResultGroup = [
    hostStyles,
    baseStyles,
    buttonStyles,
    failureStyles,
    skeletonStyles,
  ];

  declare theme: Theme;

  /** Present from the first `renderLab` on. */
  protected lab: Lab | undefined;
  /** The typed state; change it by `change`. Valid from the first `renderLab` on. */
  protected model!: State;

  readonly #liveRegion = new LiveRegion();
  #codec: Codec<State> | undefined;
  #unread: string | undefined = '';
  /** States whose senders wait for what is said of them: before the lab is there, another may have taken their place. */
  #unjudged: { readonly text: string; readonly tell: (keys: readonly string[]) => void }[] = [];
  #problems: readonly StateProblem[] = [];
  #failure: unknown;
  #isLoading = false;

  constructor() {
    super();
    this.theme = 'auto';
    new Localized(this);
  }

  /** How the state is written; asked once, when the lab is there. */
  protected abstract createCodec(lab: Lab): Codec<State>;

  protected abstract renderLab(lab: Lab): unknown;

  /** The keys of a state that was read whose values are possible, but not with the others. */
  protected misfits(_state: State): readonly string[] {
    return [];
  }

  /** The part of the engine that this element works with, loaded once for all on the page. */
  protected abstract fetchLab(): Promise<Lab>;

  /** Called after `state` was read, at the start and whenever it is set from outside. */
  protected stateRestored(): void {}

  get locale(): Locale {
    return localeOf(this);
  }

  /** The messages in this element's language, by namespace: `this.t.common.close`. */
  protected get t(): Messages {
    return messagesOf(this.locale);
  }

  get state(): string {
    return this.#unread ?? this.#codec?.encode(this.model) ?? '';
  }

  set state(text: string | null) {
    this.#unread = text ?? '';
    this.#restore();
  }

  /**
   * Sets `state`.
   *
   * @returns the keys whose values could not be used, once the lab is there to judge them (`v` for a version that is not
   *   known yet); the last good values stay
   */
  restore(state: string): Promise<readonly string[]> {
    return new Promise((tell) => {
      this.#unjudged.push({ text: state, tell });
      this.state = state;
    });
  }

  /** Takes over new values, renders, and tells the page. */
  protected change(values: Partial<State>): void {
    const before = this.state;
    this.model = { ...this.model, ...values };
    this.requestUpdate();
    const state = this.state;
    if (state === before) return;
    this.dispatchEvent(new CustomEvent('state-change', { detail: { state }, bubbles: true, composed: true }));
  }

  /** Tells the page what could not be used, and the reader too where the page does not. */
  protected report(problems: readonly StateProblem[]): void {
    if (problems.length === 0) return;
    const isForHere = this.dispatchEvent(
      new CustomEvent('state-problem', {
        detail: { problems },
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    if (!isForHere) return;
    this.#problems = [...this.#problems, ...problems];
    this.requestUpdate();
  }

  /** Says a text to screen readers, politely, at most once a second: the last one wins. */
  protected announce(text: string): void {
    this.#liveRegion.say(text);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.lab === undefined && !this.#isLoading) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#liveRegion.stop();
  }

  protected override updated(_changed: PropertyValues): void {
    this.setAttribute('aria-busy', String(this.#isLoading));
  }

  protected override render(): TemplateResult {
    return html`
      ${
        this.#problems.length === 0
          ? nothing
          : html`<al-problems-notice .problems=${this.#problems} @dismiss=${this.#dismissProblems}></al-problems-notice>`
      }
      ${this.#renderBody()} ${this.#liveRegion.node}
    `;
  }

  #renderBody(): unknown {
    if (this.lab !== undefined) return this.renderLab(this.lab);
    if (this.#failure !== undefined)
      return failureView(commonMessagesOf(this.locale), this.#failure, () => void this.#load());
    return skeletonView(commonMessagesOf(this.locale));
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    this.#failure = undefined;
    this.requestUpdate();
    try {
      const [lab] = await Promise.all([this.fetchLab(), loadMessages(this.locale)]);
      this.#codec = this.createCodec(lab);
      this.model = this.#codec.initial;
      this.lab = lab;
      this.#restore();
    } catch (error) {
      this.#failure = error;
    }
    this.#isLoading = false;
    this.requestUpdate();
  }

  #restore(): void {
    if (this.#codec === undefined || this.#unread === undefined) return;
    const codec = this.#codec;
    const before = this.model;
    const { state, problems } = codec.decode(this.#unread, before);
    this.#unread = undefined;
    this.model = state;
    this.#problems = [];
    this.stateRestored();
    this.requestUpdate();
    this.report(problems);
    for (const { text, tell } of this.#unjudged.splice(0)) tell(this.#keysAtFault(codec, text, before));
  }

  #keysAtFault(codec: Codec<State>, text: string, current: State): readonly string[] {
    const { state, problems } = codec.decode(text, current);
    // What a state does not mention follows the rest of it, and is nobody's fault.
    const given = new Set(readQuery(text).map(([key]) => key));
    const misfits = this.misfits(state).filter((key) => given.has(key));
    const refused = problems.map((problem) => (problem.kind === 'bad-value' ? problem.key : 'v'));
    return [...new Set([...refused, ...misfits])];
  }

  readonly #dismissProblems = (): void => {
    this.#problems = [];
    this.requestUpdate();
  };
}
