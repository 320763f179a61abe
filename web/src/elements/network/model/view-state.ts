import { boolean, type Schema } from '../../../state/codec';

/** How it is shown. */
export interface ViewState {
  /** Only on which side of the boundary a point is, or which class it belongs to. */
  readonly discretise: boolean;
  /** Show the test data too. */
  readonly test: boolean;
  /** Logarithmic axis of the loss. */
  readonly log: boolean;
}

export const viewFields = (): Schema<ViewState> => ({
  discretise: boolean(false),
  test: boolean(false),
  log: boolean(false),
});
