/** Rounds that differ by more are marked. */
const NOISY_SPREAD = 0.3;

/**
 * @typedef {import('./summary.mjs').Summary} Summary
 * @typedef {import('./goals.mjs').Verdict} Verdict
 */

const LEGEND = [
  "Values a second, from a Float32Array of the caller to Float32Arrays for the caller; f and f' count as one value.",
  '"x best peer": median over the rounds of (time of the fastest other peer / time of activation-lab).',
  '"f and f\' / f": what both cost in one call of activation-lab, against f alone.',
  '"difference": largest between peers that agree, relative above 1. ~: rounds differ by more than 30 %.',
  '!: computes something else, so not compared.',
].join('\n');

/** @param {number} number three significant digits */
function short(number) {
  if (!Number.isFinite(number)) return '-';
  return number >= 100 ? number.toFixed(0) : number.toPrecision(3);
}

/** @param {number} rate values a second */
export function formatRate(rate) {
  return rate >= 1e9 ? `${short(rate / 1e9)} G` : `${short(rate / 1e6)} M`;
}

/** @param {number} difference */
const formatDifference = (difference) => (difference === 0 ? '0' : difference.toExponential(0));

/** @param {0 | 1} order */
const formatOrder = (order) => (order === 0 ? 'f' : "f and f'");

/** @param {Pick<Summary, 'engine' | 'key' | 'order' | 'size'>} workload */
export const formatWorkload = ({ engine, key, order, size }) =>
  `${engine}, ${size.toLocaleString('en')}: ${key} ${formatOrder(order)}`;

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

/** @param {readonly Summary[]} summaries of one engine and size */
function table(summaries) {
  const names = [...new Set(summaries.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  const heading = [
    '',
    ...names.map((name) => `${name}  `),
    'x best peer',
    'best peer',
    "f and f' / f",
    'difference',
  ];
  const rows = summaries.map(({ key, order, peers, best, derivativeCost }) => [
    `${key} ${formatOrder(order)}`,
    ...names.map((name) => {
      const peer = peers.find((candidate) => candidate.name === name);
      if (!peer) return '-  ';
      return `${formatRate(peer.rate)}${peer.spread > NOISY_SPREAD ? '~' : ' '}${peer.agrees ? ' ' : '!'}`;
    }),
    best ? short(best.ratio) : '-',
    best?.name ?? '-',
    derivativeCost === null ? '' : short(derivativeCost),
    formatDifference(
      Math.max(0, ...peers.filter(({ agrees }) => agrees).map(({ difference }) => difference)),
    ),
  ]);
  return formatTable([heading, ...rows]);
}

/** @param {readonly Summary[]} summaries */
function tables(summaries) {
  /** @type {Map<string, Summary[]>} */
  const groups = new Map();
  for (const summary of summaries) {
    const title = `${summary.engine}, ${summary.size.toLocaleString('en')} values`;
    groups.set(title, [...(groups.get(title) ?? []), summary]);
  }
  return [...groups].map(([title, group]) => `## ${title}\n\n${table(group)}`);
}

/** @param {string} title @param {readonly string[]} lines */
const list = (title, lines) =>
  `## ${title}\n\n${lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'none'}`;

/** @param {Verdict} verdict */
const formatVerdict = ({ workload, goal, reached, met }) =>
  `${formatWorkload(workload)}: ${short(reached)}, wanted ${goal}${met ? '' : ', MISSED'}`;

/**
 * @param {string} title @param {readonly Verdict[]} verdicts of one goal
 * @param {(verdict: Verdict) => boolean} isListed
 */
function goal(title, verdicts, isListed) {
  const met = verdicts.filter((verdict) => verdict.met).length;
  return list(`${title}: ${met} of ${verdicts.length} met`, verdicts.filter(isListed).map(formatVerdict));
}

/** @param {readonly Verdict[]} verdicts */
function goals(verdicts) {
  /** @param {import('./goals.mjs').GoalName} wanted */
  const of = (wanted) => verdicts.filter(({ name }) => name === wanted);
  return [
    goal('Times the best peer, where a number is wanted', of('timesBestPeer'), () => true),
    goal('Never slower than the best peer', of('timesAnyPeer'), ({ met }) => !met),
    goal("Cost of f and f' against f", of('derivativeCost'), ({ met }) => !met),
  ];
}

/** @param {readonly Summary[]} summaries */
function setAside(summaries) {
  return summaries.flatMap(({ peers, ...workload }) =>
    peers
      .filter(({ agrees }) => !agrees)
      .map(
        ({ name, difference }) => `${formatWorkload(workload)}: ${name}, by ${formatDifference(difference)}`,
      ),
  );
}

/** @param {readonly Summary[]} summaries */
export function failures(summaries) {
  return summaries.flatMap(({ failures: reasons, ...workload }) =>
    Object.entries(reasons).map(([name, reason]) => `${formatWorkload(workload)}: ${name}: ${reason}`),
  );
}

/**
 * @typedef {object} Results
 * @property {string} date
 * @property {boolean} quick
 * @property {import('./machine.mjs').Machine} machine
 * @property {readonly string[]} engines
 * @property {readonly number[]} load at the start and at the end
 * @property {Record<string, string>} versions what each peer said it had loaded
 * @property {readonly Summary[]} summaries
 * @property {readonly Verdict[]} verdicts
 */

/** @param {Results} results @returns {string[]} */
function surroundings({ date, quick, machine, engines, load, versions }) {
  const busy = Math.max(...load) > machine.cores / 2 + 1;
  return [
    `${date}${quick ? ', quick: rough figures' : ''}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB; ${machine.system}`,
    engines.join('; '),
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
    `load ${load.map((number) => number.toFixed(2)).join(' to ')}${busy ? ': others want the cores too, figures are noisy' : ''}`,
  ];
}

/** @param {Results} results @returns {string} */
export function formatReport(results) {
  const { summaries, verdicts } = results;
  return [
    '# Benchmark',
    surroundings(results).join('\n'),
    LEGEND,
    ...tables(summaries),
    ...goals(verdicts),
    list('Set aside, because they compute something else', setAside(summaries)),
    list('Did not run', failures(summaries)),
  ].join('\n\n');
}
