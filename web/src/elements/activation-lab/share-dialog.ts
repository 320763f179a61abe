import { css, html, nothing, type TemplateResult } from 'lit';
import { define } from '../define';
import type { Theme } from '../lab-element';
import type { TrainingGoal } from '../network/model/goal-field';
import { checkView } from '../network/network-part';
import { LOCKABLE, PANELS, PARTS_OF_PANELS, type Panel, type Part } from '../network/parts';
import '../shared/code-block';
import '../shared/copy-button';
import { disclosureStyles } from '../shared/disclosure';
import '../shared/number-field';
import type { ValueChangeEvent } from '../shared/number-field';
import '../shared/segmented-choice';
import { LabDialog } from './dialog';
import { elementSnippet, frameSnippet } from './embed-snippets';
import { type LabFlags, LONGEST_TASK } from './lab-flags';
import { type LabSetup, labAddress, labPage } from './lab-link';

const GOALS = ['none', 'score', 'loss'] as const;
type GoalChoice = (typeof GOALS)[number];
const INITIAL_GOALS = { score: 0.95, loss: 0.1 } as const;
const ACCESS = ['show', 'lock', 'hide'] as const;
type Access = (typeof ACCESS)[number];
const LEAST_HEIGHT = 200;
const MOST_HEIGHT = 4000;

/**
 * Makes a link, and what a page needs to embed the lab, and chooses what readers see and can change.
 *
 * @fires close when it is closed in whatever way.
 */
export class ShareDialog extends LabDialog {
  static override properties = {
    state: { attribute: false },
    warnings: { attribute: false },
    playground: { attribute: false },
    flags: { state: true },
    theme: { state: true },
    speaks: { state: true },
    height: { state: true },
    isSandboxed: { state: true },
  };

  static override styles = [
    ...LabDialog.styles,
    disclosureStyles,
    css`
      .link {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--al-space-2);
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.875em;
      }
      th,
      td {
        padding: 3px 8px 3px 0;
        border-bottom: 1px solid var(--al-line);
        text-align: start;
        font-weight: 400;
      }
      .check {
        display: inline-flex;
        gap: var(--al-space-2);
        align-items: center;
        min-height: 36px;
      }
      al-number-field {
        width: 8em;
        font-size: 0.875em;
      }
    `,
  ];

  /** Of the lab. */
  declare state: string;
  /** What a link cannot hold. */
  declare warnings: readonly string[];
  /** Where TensorFlow Playground opens the same set-up, or why it cannot. */
  declare playground: { readonly link: string } | { readonly obstacles: readonly string[] };
  declare flags: LabFlags;
  declare private theme: Theme;
  declare private speaks: 'reader' | 'en' | 'zh-CN';
  declare private height: number;
  declare private isSandboxed: boolean;

  constructor() {
    super();
    this.state = '';
    this.warnings = [];
    this.theme = 'auto';
    this.speaks = 'reader';
    this.height = 900;
    this.isSandboxed = false;
  }

  protected override get heading(): string {
    return this.texts.shareTitle;
  }

  get #setup(): LabSetup {
    const { flags, state, theme, speaks } = this;
    return { lang: speaks === 'reader' ? undefined : speaks, theme, flags, state };
  }

  protected override renderContent(): TemplateResult {
    const { texts, warnings, playground } = this;
    const setup = this.#setup;
    const link = labAddress(setup);
    const embedded = { ...setup, flags: { ...setup.flags, embed: true } };
    const title = texts.frameTitle;
    return html`
      <section>
        <div class="link">
          <input type="text" readonly aria-label=${texts.link} .value=${link} @focus=${this.#selectAll} />
          <al-copy-button .text=${link}></al-copy-button>
        </div>
        <p class="note">${texts.linkNote(link.length)}</p>
        ${warnings.map((warning) => html`<p class="note" role="status">${warning}</p>`)}
      </section>
      <section>
        <h3>${texts.forReaders}</h3>
        ${this.#choices()}
        <details class="more">
          <summary>${texts.chooseParts}</summary>
          <div class="content">${PANELS.map((panel) => this.#panel(panel))}</div>
        </details>
      </section>
      <section>
        <h3>${texts.embed}</h3>
        <div class="row">
          <al-number-field
            label=${texts.frameHeight}
            integer
            .value=${this.height}
            .minimum=${LEAST_HEIGHT}
            .maximum=${MOST_HEIGHT}
            .step=${50}
            @value-change=${(event: ValueChangeEvent) => {
              this.height = event.detail.value;
            }}
          ></al-number-field>
          ${checkView(texts.sandboxed, this.isSandboxed, (isOn) => {
            this.isSandboxed = isOn;
          })}
        </div>
        <p class="note">${texts.frameNote}</p>
        <al-code-block
          caption=${texts.frame}
          .code=${frameSnippet(labAddress(embedded), title, this.height, this.isSandboxed)}
        ></al-code-block>
        <al-code-block caption=${texts.element} .code=${elementSnippet(labPage(), setup)}></al-code-block>
      </section>
      <section>
        <h3>TensorFlow Playground</h3>
        ${
          'link' in playground
            ? html`<p><a href=${playground.link} target="_blank" rel="noopener noreferrer">${texts.toPlayground}</a></p>`
            : html`
              <p class="note">${texts.noPlayground}</p>
              <ul>${playground.obstacles.map((obstacle) => html`<li>${obstacle}</li>`)}</ul>
            `
        }
      </section>
    `;
  }

  #choices(): TemplateResult {
    const { texts, flags } = this;
    return html`
      <div class="row">
        <al-segmented-choice
          showLabel
          label=${texts.language}
          .options=${[
            { value: 'reader', label: texts.ofReader },
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
          ]}
          .value=${this.speaks}
          @value-change=${(event: ValueChangeEvent<'reader' | 'en' | 'zh-CN'>) => {
            this.speaks = event.detail.value;
          }}
        ></al-segmented-choice>
        <al-segmented-choice
          showLabel
          label=${texts.theme}
          .options=${(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: texts.themes[value] }))}
          .value=${this.theme}
          @value-change=${(event: ValueChangeEvent<Theme>) => {
            this.theme = event.detail.value;
          }}
        ></al-segmented-choice>
      </div>
      ${checkView(texts.autoplay, flags.autoplay, (autoplay) => this.#set({ autoplay }))}
      <div>
        <label for="task">${texts.taskLabel}</label>
        <textarea
          id="task"
          rows="2"
          maxlength=${LONGEST_TASK}
          .value=${flags.task}
          @input=${(event: Event) => this.#set({ task: (event.currentTarget as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      ${this.#goal(flags.goal)}
    `;
  }

  #goal(goal: TrainingGoal | undefined): TemplateResult {
    const { texts } = this;
    const take = (measure: GoalChoice): void =>
      this.#set({
        goal: measure === 'none' ? undefined : { measure, value: INITIAL_GOALS[measure], split: 'test' },
      });
    return html`
      <div class="row">
        <al-segmented-choice
          showLabel
          label=${texts.goal}
          .options=${GOALS.map((value) => ({ value, label: texts.goalChoices[value] }))}
          .value=${goal?.measure ?? 'none'}
          @value-change=${(event: ValueChangeEvent<GoalChoice>) => take(event.detail.value)}
        ></al-segmented-choice>
        ${
          goal === undefined
            ? nothing
            : html`
              <al-number-field
                label=${texts.goalValue}
                .value=${goal.value}
                .minimum=${0}
                .maximum=${goal.measure === 'score' ? 1 : 1000}
                .step=${0.01}
                @value-change=${(event: ValueChangeEvent) => this.#set({ goal: { ...goal, value: event.detail.value } })}
              ></al-number-field>
            `
        }
      </div>
    `;
  }

  #panel(panel: Panel): TemplateResult {
    const parts: readonly Part[] = [panel, ...PARTS_OF_PANELS[panel]];
    return html`
      <table>
        <tbody>
          ${parts.map((part) => {
            const label = this.texts.parts[part];
            return html`
              <tr>
                <th scope="row">${part === panel ? html`<strong>${label}</strong>` : label}</th>
                <td>${this.#access(part, label)}</td>
              </tr>
            `;
          })}
        </tbody>
      </table>
    `;
  }

  #access(part: Part, label: string): TemplateResult {
    const { hide, lock } = this.flags;
    const access: Access = hide.includes(part) ? 'hide' : lock.includes(part) ? 'lock' : 'show';
    const offered = ACCESS.filter((value) => value !== 'lock' || LOCKABLE.includes(part));
    return html`
      <select
        aria-label=${label}
        @change=${(event: Event) => this.#grant(part, (event.currentTarget as HTMLSelectElement).value as Access)}
      >
        ${offered.map((value) => html`<option value=${value} ?selected=${value === access}>${this.texts.access[value]}</option>`)}
      </select>
    `;
  }

  #grant(part: Part, access: Access): void {
    const without = (parts: readonly Part[]): readonly Part[] => parts.filter((other) => other !== part);
    const { hide, lock } = this.flags;
    this.#set({
      hide: access === 'hide' ? [...without(hide), part] : without(hide),
      lock: access === 'lock' ? [...without(lock), part] : without(lock),
    });
  }

  #set(values: Partial<LabFlags>): void {
    this.flags = { ...this.flags, ...values };
  }

  readonly #selectAll = (event: Event): void => (event.currentTarget as HTMLInputElement).select();
}

define('al-share-dialog', ShareDialog);

declare global {
  interface HTMLElementTagNameMap {
    'al-share-dialog': ShareDialog;
  }
}
