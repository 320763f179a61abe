import { boolean, choice, type Schema } from '../../../state/codec';

export const CURVES = ['loss', 'score'] as const;
/** The loss, or accuracy or R². */
export type Curves = (typeof CURVES)[number];

/** How it is shown. */
export interface ViewState {
  /** Only on which side of the boundary a point is, or which class it belongs to. */
  readonly discretise: boolean;
  /** Show the test data too. */
  readonly test: boolean;
  /** The boundary between the classes as a line. */
  readonly boundary: boolean;
  /** More lines of equal output. */
  readonly levels: boolean;
  /** Logarithmic axis of the loss. */
  readonly log: boolean;
  /** Which curves over the epochs. */
  readonly curves: Curves;
}

export const viewFields = (): Schema<ViewState> => ({
  discretise: boolean(false),
  test: boolean(false),
  boundary: boolean(true),
  levels: boolean(false),
  log: boolean(false),
  curves: choice(CURVES, 'loss'),
});
