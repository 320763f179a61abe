/** A colour without transparency; channels from 0 to 255. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** From `from` (share 0) to `to` (share 1). */
export function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return {
    red: mix(from.red, to.red),
    green: mix(from.green, to.green),
    blue: mix(from.blue, to.blue),
  };
}

/** As one number of a `Uint32Array` over image data. Every platform with WebAssembly in use is little-endian. */
export function pixelOf({ red, green, blue }: Rgb): number {
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}

export const cssOf = ({ red, green, blue }: Rgb): string =>
  `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
