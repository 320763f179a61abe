import { OWN } from './names.mjs';

/** Rounds that differ by more are marked. */
const NOISY_SPREAD = 0.3;

/** @typedef {import('./summary.mjs').Summary} Summary */

/** @param {number} number three significant digits */
export function short(number) {
  if (!Number.isFinite(number)) return '-';
  return number >= 100 ? number.toFixed(0) : number.toPrecision(3);
}

/** @param {number} rate units a second */
export function formatRate(rate) {
  if (rate >= 1e9) return `${short(rate / 1e9)} G`;
  if (rate >= 1e5) return `${short(rate / 1e6)} M`;
  return rate >= 1e3 ? `${short(rate / 1e3)} k` : short(rate);
}

/** @param {number} difference */
export const formatDifference = (difference) => (difference === 0 ? '0' : difference.toExponential(0));

/** @param {readonly (readonly string[])[]} rows the first one is the heading; the first column is text, the others numbers */
export function formatTable(rows) {
  const [heading = [], ...body] = rows;
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  /** @param {readonly string[]} row */
  const line = (row) =>
    widths
      .map((width, column) => (column === 0 ? row[0]?.padEnd(width) : row[column]?.padStart(width)))
      .join('  ')
      .trimEnd();
  return [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}

/** @param {import('./summary.mjs').PeerSummary | undefined} peer */
function formatPeer(peer) {
  if (!peer) return '-';
  const { name, rate, ratio, remark, agrees, spread } = peer;
  const marks = `${spread > NOISY_SPREAD ? '~' : ''}${remark ? '*' : ''}${agrees ? '' : '!'}`;
  return `${formatRate(rate)}${marks}${name === OWN ? '' : ` ${short(ratio)}x`.padStart(8)}`;
}

/** @param {readonly Summary[]} summaries of one engine and group */
export function formatSummaries(summaries) {
  const names = [...new Set(summaries.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  const hasDerivatives = summaries.some(({ derivativeCost }) => derivativeCost !== null);
  const heading = [
    ...['', ...names, 'x best peer', 'best peer'],
    ...(hasDerivatives ? ["f and f' / f"] : []),
    'difference',
  ];
  const rows = summaries.map(({ name, peers, best, derivativeCost }) => [
    name,
    ...names.map((wanted) => formatPeer(peers.find((peer) => peer.name === wanted))),
    ...[best ? short(best.ratio) : '-', best?.name ?? '-'],
    ...(hasDerivatives ? [derivativeCost === null ? '' : short(derivativeCost)] : []),
    formatDifference(
      Math.max(0, ...peers.filter(({ agrees }) => agrees).map(({ difference }) => difference)),
    ),
  ]);
  return formatTable([heading, ...rows]);
}
