import { css, html, type TemplateResult } from 'lit';
import type { OwnData } from '../../../engine/training/spec';
import { defaultChoice } from '../../../state/chosen-field';
import { baseStyles } from '../../base-styles';
import { define } from '../../define';
import './dataset-picture';
import { classCount, datasetOf, isDrawable, taskOf } from '../model/data-spec';
import { imageOf } from '../model/image';
import { pointGroups, targetScale, windowOf } from '../model/map-content';
import type { NetworkState } from '../model/network-state';
import type { DatasetInfo } from '../model/training-choices';
import { NetworkPart, panelStyles } from '../network-part';
import type { DatasetPoints } from './dataset-picture';

const GROUPS = ['binary', 'multi_class', 'regression', 'curve', 'measured'] as const;
type Group = (typeof GROUPS)[number];
/** Points in the small picture of a data set. */
const PICTURED = 120;
const PICTURED_NOISE = 0.05;
/** Of images, this one. */
const FIRST_PICTURED = 3;

/** What a data set is mostly for. */
function groupOf({ tasks: [first = 'binary'], mostClasses, columns }: DatasetInfo): Group {
  if (!isDrawable({ columns })) return 'measured';
  return first === 'binary' && mostClasses > 2 ? 'multi_class' : first;
}

/** Makes the points of a data set. */
export type MakeData = (state: NetworkState) => Required<OwnData>;

/** All data sets that can be drawn, as small pictures, by what they are for. */
export class DatasetChoice extends NetworkPart {
  static override properties = {
    ...NetworkPart.properties,
    makeData: { attribute: false },
  };

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      h4 {
        margin: 0 0 var(--al-space-1);
        color: var(--al-muted);
        font-size: 0.8125em;
        font-weight: 400;
      }
      .sets {
        display: grid;
        gap: var(--al-space-3);
      }
      .set-row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .set {
        position: relative;
        width: 48px;
        height: 48px;
        border: 1px solid var(--al-line);
        border-radius: var(--al-radius);
        background: var(--al-surface);
        overflow: hidden;
        cursor: pointer;
      }
      .set:hover {
        border-color: var(--al-control-line);
      }
      .set:has(:checked) {
        border-color: var(--al-accent);
        box-shadow: 0 0 0 1.5px var(--al-accent);
      }
      .set:has(:focus-visible) {
        outline: 2px solid var(--al-accent);
        outline-offset: 3px;
      }
      .set input {
        position: absolute;
        inset: 0;
        z-index: 1;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      @media (forced-colors: active) {
        .set:has(:checked) {
          outline: 3px solid Highlight;
        }
      }
      al-dataset-picture {
        width: 46px;
        height: 46px;
      }
    `,
  ];

  declare makeData: MakeData;

  readonly #pictures = new Map<string, DatasetPoints>();

  protected override render(): TemplateResult {
    const { texts, choices, model } = this;
    const chosen = datasetOf(choices, model);
    const groups = GROUPS.map((task) => ({
      task,
      sets: choices.datasets.filter(
        (info) => groupOf(info) === task && (isDrawable(info) || this.parts.shows('own-data')),
      ),
    })).filter(({ sets }) => sets.length > 0);
    return html`
      <fieldset class="sets">
        <legend class="visually-hidden">${texts.dataset}</legend>
        ${groups.map(
          ({ task, sets }) => html`
            <div>
              <h4>${texts.groups[task]}</h4>
              <div class="set-row">${sets.map((info) => this.#set(info, info === chosen))}</div>
            </div>
          `,
        )}
      </fieldset>
    `;
  }

  #set(info: DatasetInfo, isChosen: boolean): TemplateResult {
    const name = this.nameOf(info);
    return html`
      <label class="set" title=${name}>
        <input
          type="radio"
          name="data"
          aria-label=${name}
          .checked=${isChosen}
          ?disabled=${this.parts.locks('dataset')}
          @change=${() => this.change({ data: defaultChoice(info) })}
        />
        <al-dataset-picture aria-hidden="true" .points=${this.#pictureOf(info)}></al-dataset-picture>
      </label>
    `;
  }

  /** The same whatever is set: it stands for the kind of data. */
  #pictureOf(info: DatasetInfo): DatasetPoints {
    let picture = this.#pictures.get(info.key);
    if (picture === undefined) {
      const state = {
        ...this.model,
        data: defaultChoice(info),
        samples: PICTURED,
        noise: PICTURED_NOISE,
        classes: 3,
        dataSeed: 1,
      };
      const data = this.makeData(state);
      const task = taskOf(info, state);
      const scale = targetScale(data.train);
      picture = {
        image: imageOf(info, data.train, FIRST_PICTURED),
        window: windowOf(data, task),
        groups: [data.train, data.test].flatMap((points) =>
          pointGroups(points, task, classCount(info, state), scale, false),
        ),
      };
      this.#pictures.set(info.key, picture);
    }
    return picture;
  }
}

define('al-dataset-choice', DatasetChoice);

declare global {
  interface HTMLElementTagNameMap {
    'al-dataset-choice': DatasetChoice;
  }
}
