/** Remembers the last value, and makes a new one when something it depends on is another one than before. */
export class Memo<T> {
  #remembered: { readonly dependencies: readonly unknown[]; readonly value: T } | undefined;

  of(dependencies: readonly unknown[], make: () => T): T {
    const before = this.#remembered;
    if (
      before !== undefined &&
      dependencies.every((dependency, i) => Object.is(dependency, before.dependencies[i]))
    )
      return before.value;
    const value = make();
    this.#remembered = { dependencies, value };
    return value;
  }
}
