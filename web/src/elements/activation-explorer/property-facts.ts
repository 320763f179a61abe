import type { ActivationInfo, ErrorBound, Properties, Range } from '../../engine/catalogue';
import type { Messages } from '../../i18n/locale';
import { formatNumber } from '../../i18n/number-format';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** `[0, ∞)`. */
export function intervalText({ lower, upper, lowerClosed, upperClosed }: Range): string {
  const from = lower === null ? '−∞' : formatNumber(lower);
  const to = upper === null ? '∞' : formatNumber(upper);
  return `${lowerClosed ? '[' : '('}${from}, ${to}${upperClosed ? ']' : ')'}`;
}

/** What the core knows of an activation for one choice of its parameters, in words. */
export function propertyFacts(
  info: ActivationInfo,
  properties: Properties,
  { card }: Messages['explorer'],
): Fact[] {
  const yesNo = (yes: boolean): string => (yes ? card.yes : card.no);
  return [
    { label: card.range, value: intervalText(properties.range) },
    { label: card.monotone, value: yesNo(properties.monotone) },
    { label: card.symmetry, value: card.symmetries[properties.symmetry] },
    { label: card.zeroCentred, value: yesNo(properties.zeroCentred) },
    { label: card.saturates, value: saturation(properties, card) },
    {
      label: card.kinks,
      value:
        properties.kinks.length === 0 ? card.none : properties.kinks.map((x) => formatNumber(x)).join(', '),
    },
    { label: card.largest, value: extreme(properties.largestDerivative, card) },
    { label: card.smallest, value: extreme(properties.smallestDerivative, card) },
    {
      label: card.lipschitz,
      value:
        properties.lipschitz === null
          ? card.notLipschitz
          : formatNumber(properties.lipschitz, { significant: 5 }),
    },
    { label: card.fixedPoints, value: fixedPoints(properties, card) },
    { label: card.error, value: errors(info, card) },
  ];
}

type Card = Messages['explorer']['card'];

function saturation({ saturatesLeft, saturatesRight }: Properties, card: Card): string {
  if (saturatesLeft && saturatesRight) return card.bothSides;
  if (saturatesLeft) return card.left;
  return saturatesRight ? card.right : card.noSide;
}

function extreme({ value, at }: Properties['largestDerivative'], card: Card): string {
  if (value === null) return card.unbounded;
  const size = formatNumber(value, { significant: 5 });
  return at === null ? size : card.attainedAt(size, formatNumber(at));
}

function fixedPoints({ fixedPoints: points, identityOn }: Properties, card: Card): string {
  const isolated = points.map(({ x, slope }) =>
    card.fixedPoint(formatNumber(x), formatNumber(slope, { significant: 3 }), Math.abs(slope) < 1),
  );
  const all = identityOn === null ? isolated : [...isolated, card.identityOn(intervalText(identityOn))];
  return all.length === 0 ? card.none : all.join('; ');
}

function errors({ accuracy }: ActivationInfo, card: Card): string {
  const bound = ({ ulp, absolute }: ErrorBound): string =>
    absolute === 0 ? card.ulp(formatNumber(ulp)) : card.ulpOr(formatNumber(ulp), formatNumber(absolute));
  return card.bounds(bound(accuracy.value), bound(accuracy.derivative), bound(accuracy.secondDerivative));
}
