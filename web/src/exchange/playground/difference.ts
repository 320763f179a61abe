/** Why a run here is not the run there. Each code is the key of a message. */
export type DifferenceCode =
  /** Other random numbers follow from the seed: other points and initial weights, from the same distributions. */
  | 'random_numbers'
  /** Numbers have 24 bits here and 53 there. */
  | 'single_precision'
  /** The quadrants of XOR have equally many points here, and are filled by chance there. */
  | 'equal_quadrants'
  /** There the two spirals begin with the same point. */
  | 'spiral_centre'
  /** There a weight that L1 moves across 0 stays 0 for good. */
  | 'l1_keeps_zero'
  /** There L2 shrinks the weights after the step, here along with it. */
  | 'l2_after_step'
  /** There the points that do not fill a batch join the first batch of the next epoch, here they are a small batch. */
  | 'leftover_points'
  /** There a batch larger than the training data is never complete and nothing is learned; here it is all of it. */
  | 'batch_too_large'
  /** The link has no seed: there every visit begins differently. */
  | 'no_seed'
  /** There the network had no input; here it has both coordinates. */
  | 'no_input'
  /** Layers without a unit are left out. */
  | 'empty_layer'
  /** The link asks for cosines of the inputs, which have no effect there. */
  | 'cosine_input'
  /** The link belongs to a text that is not shown here. */
  | 'tutorial';

export type Difference =
  | { readonly code: DifferenceCode }
  /** Not a part of such links. */
  | { readonly code: 'unknown_key'; readonly key: string }
  /** Not a value of this key: its initial value is used, as there. */
  | { readonly code: 'unknown_value'; readonly key: string; readonly given: string }
  /** Not possible here: the nearest value is used. */
  | { readonly code: 'adjusted_value'; readonly key: string; readonly given: string; readonly used: string };
