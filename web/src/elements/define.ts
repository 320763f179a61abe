/** Registers a custom element once, also when several bundles of this project meet on one page. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
