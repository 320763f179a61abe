/** Puts numbers into a code template of a catalogue: `{alpha}` becomes what `write` makes of the parameter of that name. */
export function fillTemplate(
  template: string,
  parameters: Readonly<Record<string, number>>,
  write: (value: number) => string,
): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = parameters[key];
    return value === undefined ? placeholder : write(value);
  });
}
