import { common } from './common';
import { explorer } from './explorer';
import { shell } from './shell';

export const en = { common, explorer, shell } as const;

/** What every language has to say from the start: the keys of the English catalogue, with its functions' parameters. */
export type Messages = { readonly [Namespace in keyof typeof en]: MessagesLike<(typeof en)[Namespace]> };

/** The type of a translation of `Source`. */
export type MessagesLike<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : Source[Key] extends string
      ? string
      : MessagesLike<Source[Key]>;
};
