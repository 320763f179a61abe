import { agreeing, largestDifference } from './agreement.mjs';
import { measure } from './measure.mjs';
import { OWN } from './names.mjs';

/**
 * @typedef {import('./agreement.mjs').Outputs} Outputs
 *
 * @typedef {object} Participant a peer that is ready to be measured
 * @property {string} name
 * @property {string} version of what is loaded, and how it is set up
 * @property {() => unknown} run what is timed; a promise is waited for
 * @property {(() => unknown) | undefined} [enter] called before a turn of calls, and not timed
 * @property {Outputs} outputs of a trial
 * @property {Outputs} [expected] what these should be, where it does not compute the same as the others
 * @property {string | undefined} [remark] what it does otherwise
 *
 * @typedef {object} PeerResult
 * @property {string} name
 * @property {string} version
 * @property {number[]} times milliseconds a call, by round
 * @property {number} difference largest from what activation-lab gives, or from what is expected of it
 * @property {boolean} agrees so that its time may be compared
 * @property {string | null} remark
 *
 * @typedef {object} Place
 * @property {string} root address of the repository, with a final slash
 * @property {string} module the build of activation-lab.js to measure, relative to the root
 */

/**
 * @template {{ readonly name: string }} Peer
 * @param {readonly Peer[]} peers
 * @param {(peer: Peer) => Promise<Omit<Participant, 'name'>>} prepare
 */
export async function prepareEach(peers, prepare) {
  /** @type {Participant[]} */
  const participants = [];
  /** @type {Record<string, string>} */
  const failures = {};
  for (const peer of peers) {
    try {
      participants.push({ name: peer.name, ...(await prepare(peer)) });
    } catch (error) {
      failures[peer.name] = error instanceof Error ? error.message : String(error);
    }
  }
  return { participants, failures };
}

/**
 * @param {readonly Participant[]} participants
 * @param {number} tolerance
 * @returns {Pick<PeerResult, 'difference' | 'agrees'>[]}
 */
function check(participants, tolerance) {
  const agreed = agreeing(
    participants.filter(({ expected }) => !expected),
    tolerance,
  );
  const own = participants.find(({ name }) => name === OWN)?.outputs ?? [];
  return participants.map(({ name, outputs, expected }) => {
    const difference = largestDifference(expected ?? own, outputs);
    return { difference, agrees: expected ? difference <= tolerance : agreed.includes(name) };
  });
}

/**
 * To be called once in a process or page.
 *
 * @param {readonly Participant[]} participants
 * @param {number} tolerance between outputs that are called the same
 * @param {import('./measure.mjs').Timing} timing
 * @param {readonly import('./measure.mjs').Case[]} [others] timed in the same rounds
 * @returns {Promise<{ peers: PeerResult[], otherTimes: number[][] }>}
 */
export async function compare(participants, tolerance, timing, others = []) {
  const checked = check(participants, tolerance);
  const times = await measure([...participants, ...others], timing);
  return {
    peers: participants.map(({ name, version, remark = null }, index) => ({
      name,
      version,
      times: times[index] ?? [],
      ...(checked[index] ?? { difference: Number.NaN, agrees: false }),
      remark,
    })),
    otherTimes: times.slice(participants.length),
  };
}
