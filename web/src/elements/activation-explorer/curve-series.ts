import type { Lab } from '../../engine/activation-lab';
import type { Dash, PlotSeries } from '../../plot/series';
import type { Chosen } from '../../state/chosen-field';
import { infoOf, propertiesOf } from './engine-access';
import type { Order } from './explorer-state';
import { curveName, withPrimes } from './naming';

export const DASHES: readonly [Dash, Dash, Dash] = ['solid', 'dashed', 'dotted'];

export interface CurveRequest {
  readonly chosen: Chosen;
  readonly colour: number;
  readonly orders: readonly Order[];
  /** Orders whose lines carry the name of the curve. */
  readonly labelled: readonly Order[];
}

/** The lines of one activation and its derivatives. */
export function curveSeries(lab: Lab, { chosen, colour, orders, labelled }: CurveRequest): PlotSeries {
  const { key, parameters } = chosen;
  const name = curveName(infoOf(lab, key), chosen);
  const highest = Math.max(...orders) as Order;
  return {
    colour,
    kinks: propertiesOf(lab, chosen).kinks,
    lines: orders.map((order) => ({
      label: labelled.includes(order) ? withPrimes(name, order) : '',
      dash: DASHES[order],
    })),
    sample(x) {
      const { value, derivative, secondDerivative } = lab.evaluate(key, x, { parameters, order: highest });
      const byOrder = [value, derivative, secondDerivative];
      return orders.map((order) => byOrder[order] as Float32Array);
    },
  };
}

const sameRequest = (a: CurveRequest, b: CurveRequest): boolean =>
  a.chosen === b.chosen &&
  a.colour === b.colour &&
  a.orders.join() === b.orders.join() &&
  a.labelled.join() === b.labelled.join();

/** Makes series, and hands out the same ones again while what was asked for stays the same: a plot redraws only what is new. */
export class SeriesCache {
  #made: readonly {
    readonly request: CurveRequest;
    readonly variant: string;
    readonly series: PlotSeries;
  }[] = [];

  /** `variant` stands for everything besides the request that `make` depends on. */
  of(
    requests: readonly CurveRequest[],
    variant: string,
    make: (request: CurveRequest) => PlotSeries,
  ): PlotSeries[] {
    this.#made = requests.map(
      (request) =>
        this.#made.find((made) => made.variant === variant && sameRequest(made.request, request)) ?? {
          request,
          variant,
          series: make(request),
        },
    );
    return this.#made.map(({ series }) => series);
  }
}
