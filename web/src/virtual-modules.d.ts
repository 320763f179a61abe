/** Every formula of the catalogue, typeset at build time by `web/tooling/vite-plugins/formulas.ts`. */
declare module 'virtual:formulas' {
  /** By `shelfOf`, where to fetch MathML by `formulaKey` of the LaTeX. */
  export const shelves: readonly (() => Promise<{
    readonly formulas: Readonly<Record<string, string>>;
  }>)[];
}
