import { describe } from './arguments';
import type { CatalogueEntry } from './catalogue';
import { EngineError } from './errors';

export interface Indexed<Info> {
  readonly index: number;
  readonly info: Info;
}

/** The entries of a catalogue by key, with the index that the core knows each by. */
export class CatalogueIndex<Info extends CatalogueEntry> {
  readonly #byKey: ReadonlyMap<string, Indexed<Info>>;

  constructor(infos: readonly Info[]) {
    this.#byKey = new Map(infos.map((info, index) => [info.key, { index, info }]));
  }

  /** @throws EngineError `unknown-activation` */
  find(key: unknown): Indexed<Info> {
    const found = typeof key === 'string' ? this.#byKey.get(key) : undefined;
    if (!found)
      throw new EngineError('unknown-activation', 'key', `no activation is called ${describe(key)}`);
    return found;
  }
}
