import { css, html, nothing, type TemplateResult } from 'lit';
import { localeOf } from '../../i18n/locale';
import { LocalizedElement } from '../shared/localized-element';
import '../shared/number-field';
import type { ValueChangeEvent } from '../shared/number-field';
import { FeedWatch } from './feed-watch';
import { LIMITS, type NumberKey } from './model/limits';
import type { NetworkState } from './model/network-state';
import type { SnapshotFeed } from './model/snapshot-feed';
import type { ChoiceInfo, Choices } from './model/training-choices';
import { EVERYTHING, type PartAccess } from './parts';
import { type NetworkTexts, textsOf } from './texts';

/** A part of the network asks for another state. */
export type NetworkChangeEvent = CustomEvent<Partial<NetworkState>>;
/** A part of the network has something to say to screen readers. */
export type NetworkSayEvent = CustomEvent<string>;

/** A part of the element: it shows the state it is given and asks its owner for changes. */
export abstract class NetworkPart extends LocalizedElement {
  static override properties = {
    choices: { attribute: false },
    model: { attribute: false },
    parts: { attribute: false },
  };

  declare choices: Choices;
  declare model: NetworkState;
  declare parts: PartAccess;

  constructor() {
    super();
    this.parts = EVERYTHING;
  }

  protected get texts(): NetworkTexts {
    return textsOf(this);
  }

  protected nameOf({ name, nameZh }: Pick<ChoiceInfo, 'name' | 'nameZh'>): string {
    return localeOf(this) === 'zh-CN' ? nameZh : name;
  }

  /** A box for one of the numbers of the state. */
  protected number(key: NumberKey, label: string, hint = '', disabled = false): TemplateResult {
    const { minimum, maximum, step, integer } = LIMITS[key];
    return html`
      <al-number-field
        label=${label}
        title=${hint}
        .value=${this.model[key]}
        .minimum=${minimum}
        .maximum=${maximum}
        .step=${step}
        ?integer=${integer}
        ?disabled=${disabled}
        @value-change=${(event: ValueChangeEvent) => this.change({ [key]: event.detail.value })}
      ></al-number-field>
    `;
  }

  protected change(values: Partial<NetworkState>): void {
    this.dispatchEvent(new CustomEvent('network-change', { detail: values, bubbles: true, composed: true }));
  }

  protected say(text: string): void {
    this.dispatchEvent(new CustomEvent('network-say', { detail: text, bubbles: true, composed: true }));
  }
}

/** A part that follows the network while it trains. */
export abstract class WatchingPart extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    feed: { attribute: false },
  };

  declare feed: SnapshotFeed;

  constructor() {
    super();
    new FeedWatch(this, () => this.seen());
  }

  /** A snapshot has come: see FeedWatch. */
  protected abstract seen(): void;
}

/** The frame of a panel. */
export const panelStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
  }
  .note {
    margin: 0;
    color: var(--al-muted);
    font-size: 0.8125em;
    text-wrap: pretty;
  }
  .controls {
    display: grid;
    gap: var(--al-space-3);
  }
`;

/** A panel whose parts stand below each other, with its title and what belongs to it at the top. */
export const stackedPanelStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--al-space-3);
    align-content: start;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--al-space-3);
  }
  .title button {
    font-size: 0.875em;
  }
`;

export interface CheckOptions {
  readonly disabled?: boolean;
  readonly hint?: string | undefined;
}

/** A labelled check box, for which there are `checkStyles`. */
export const checkView = (
  label: string,
  isOn: boolean,
  take: (isOn: boolean) => void,
  { disabled = false, hint }: CheckOptions = {},
): TemplateResult => html`
  <label class="check" title=${hint ?? nothing}>
    <input
      type="checkbox"
      .checked=${isOn}
      ?disabled=${disabled}
      @change=${(event: Event) => take((event.currentTarget as HTMLInputElement).checked)}
    />
    ${label}
  </label>
`;

export const checkStyles = css`
  .check {
    display: inline-flex;
    gap: var(--al-space-2);
    align-items: center;
    min-height: 32px;
    font-size: 0.875em;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .check {
      min-height: var(--al-touch);
    }
  }
  .check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--al-accent);
  }
`;
