import { formatDifference, formatSummaries, short } from './table.mjs';
import { titleOf } from './workload.mjs';

/**
 * @typedef {import('./summary.mjs').Summary} Summary
 * @typedef {import('./goals.mjs').Verdict} Verdict
 */

const LEGEND = [
  'In the tables: how often a second, and how many times faster activation-lab is: the median over the rounds of the',
  'quotient of the times.',
  "Values: from a Float32Array of the caller to Float32Arrays for the caller; f and f' count as one value, and",
  '"f and f\' / f" is what both cost in one call of activation-lab, against f alone.',
  'Steps: forward, backward and update of one batch. Unit maps: the activation of every unit at every point of a grid.',
  '"difference": largest between peers that agree, relative above 1. ~: rounds differ by more than 30 %.',
  '!: computes something else, so not compared. *: compared although it does it otherwise, as listed below.',
].join('\n');

/** @param {Pick<Summary, 'engine' | 'group' | 'name'>} workload */
const formatWorkload = (workload) => `${workload.engine}, ${titleOf(workload)}`;

/** @param {readonly Summary[]} summaries */
function tables(summaries) {
  /** @type {Map<string, Summary[]>} */
  const groups = new Map();
  for (const summary of summaries) {
    const title = `${summary.engine}, ${summary.group} (${summary.unit} a second)`;
    groups.set(title, [...(groups.get(title) ?? []), summary]);
  }
  return [...groups].map(([title, group]) => `## ${title}\n\n${formatSummaries(group)}`);
}

/** @param {string} title @param {readonly string[]} lines */
const list = (title, lines) =>
  `## ${title}\n\n${lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'none'}`;

/** @param {Verdict} verdict */
const formatVerdict = ({ workload, peer, goal, reached, met }) =>
  `${formatWorkload(workload)}: ${short(reached)}${peer ? ` x ${peer}` : ''}, wanted ${goal}${met ? '' : ', MISSED'}`;

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
  /** @param {keyof import('./goals.mjs').Goals} wanted */
  const of = (wanted) => verdicts.filter(({ name }) => name === wanted);
  return [
    goal('Times a peer, where a number is wanted', of('ratios'), () => true),
    goal('Milliseconds', of('times'), () => true),
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
function remarks(summaries) {
  const remarked = summaries.flatMap(({ peers }) => peers.filter(({ remark }) => remark));
  return [...new Set(remarked.map(({ name, remark }) => `${name}: ${remark}`))];
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
    list('Compared although done otherwise', remarks(summaries)),
    list('Set aside, because they compute something else', setAside(summaries)),
    list('Did not run', failures(summaries)),
  ].join('\n\n');
}
