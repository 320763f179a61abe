const seed = { minimum: 0, maximum: 2 ** 32 - 1, integer: true, step: 1 } as const;

/** What a reader may enter; the engine's own limits are wider. */
export const LIMITS = {
  samples: { minimum: 10, maximum: 5000, integer: true, step: 50 },
  classes: { minimum: 2, maximum: 10, integer: true, step: 1 },
  noise: { minimum: 0, maximum: 1, integer: false, step: 0.05 },
  share: { minimum: 0.1, maximum: 0.9, integer: false, step: 0.1 },
  dataSeed: seed,
  seed,
  rate: { minimum: 1e-6, maximum: 1000, integer: false, step: 0.01 },
  batch: { minimum: 0, maximum: 4096, integer: true, step: 1 },
  l1: { minimum: 0, maximum: 10, integer: false, step: 0.001 },
  l2: { minimum: 0, maximum: 10, integer: false, step: 0.001 },
  clip: { minimum: 0, maximum: 1000, integer: false, step: 0.1 },
} as const;

/** The numbers of the state. */
export type NumberKey = keyof typeof LIMITS;

/** Hidden layers, and units of each: as many as the engine takes. */
export const MOST_LAYERS = 63;
export const MOST_UNITS = 256;

/** Units of a layer, and inputs, that are drawn; the others are counted. */
export const MOST_DRAWN = 16;

/** Longer addresses are cut by some programs. */
export const MOST_WEIGHTS_IN_A_LINK = 200;
