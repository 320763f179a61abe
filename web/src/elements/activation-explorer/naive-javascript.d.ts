/** The formulas of the catalogue as plain JavaScript loops, made while building by `web/tooling/vite-plugins/naive-javascript.ts`. */
declare module 'virtual:naive-javascript' {
  type NaiveParameters = Readonly<Record<string, number>>;

  export interface NaiveLoops {
    value(input: Float32Array, parameters: NaiveParameters): Float32Array;
    /** Value and derivative. */
    both(input: Float32Array, parameters: NaiveParameters): readonly [Float32Array, Float32Array];
  }

  /** By key of the activation. */
  export const loops: Readonly<Record<string, NaiveLoops>>;
}
