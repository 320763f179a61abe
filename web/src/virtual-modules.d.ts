/** Every formula of the catalogue, typeset at build time by `web/tooling/vite-plugins/formulas.ts`. */
declare module 'virtual:formulas' {
  /** MathML by `formulaKey` of the LaTeX. */
  export const formulas: Readonly<Record<string, string>>;
}
