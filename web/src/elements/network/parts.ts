/**
 * What a network element can leave out, or show without letting it be changed: by panel, then control by control. A whole
 * panel stands for everything in it.
 */
export const PARTS_OF_PANELS = {
  data: ['dataset', 'dataset-parameters', 'noise', 'share', 'samples', 'regenerate', 'features', 'own-data'],
  network: ['layers', 'activations', 'layer-options', 'weights'],
  settings: ['rate', 'optimizer', 'schedule', 'loss', 'init', 'batch', 'regularization', 'clipping'],
  training: ['run', 'step', 'sample-step', 'reset', 'seed', 'speed', 'stop'],
  output: ['test-data', 'discretise', 'map-options'],
  results: ['loss-curve', 'numbers', 'confusion', 'weight-hash', 'run-history', 'export'],
} as const;

export type Panel = keyof typeof PARTS_OF_PANELS;
export const PANELS = Object.keys(PARTS_OF_PANELS) as Panel[];

type PartOf<P extends Panel> = (typeof PARTS_OF_PANELS)[P][number];
export type Part = Panel | { [P in Panel]: PartOf<P> }[Panel];

/** Each panel, followed by what is in it. */
export const PARTS: readonly Part[] = PANELS.flatMap((panel) => [panel, ...PARTS_OF_PANELS[panel]]);

/** What changes something: only these can be locked. */
export const LOCKABLE: readonly Part[] = PARTS.filter(
  (part) =>
    part !== 'output' && part !== 'results' && !(PARTS_OF_PANELS.results as readonly Part[]).includes(part),
);

const withContents = (parts: readonly Part[]): ReadonlySet<Part> =>
  new Set(
    parts.flatMap((part): Part[] =>
      part in PARTS_OF_PANELS ? [part, ...PARTS_OF_PANELS[part as Panel]] : [part],
    ),
  );

/** Which parts are there, and which of them can be changed. */
export class PartAccess {
  readonly #hidden: ReadonlySet<Part>;
  readonly #locked: ReadonlySet<Part>;

  constructor(hidden: readonly Part[] = [], locked: readonly Part[] = []) {
    this.#hidden = withContents(hidden);
    this.#locked = withContents(locked);
  }

  shows(part: Part): boolean {
    return !this.#hidden.has(part);
  }

  locks(part: Part): boolean {
    return this.#locked.has(part);
  }
}

export const EVERYTHING = new PartAccess();
