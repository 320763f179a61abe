/** What is around a frame that tells it how high it would like to be. */
export interface HostWindow {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** To anybody: a height is no secret, and who does not understand it takes no notice. */
const ANYBODY = '*';

/**
 * Tells a height, in CSS pixels, in the words that pages around frames are known to listen for.
 *
 * @param address of the frame, by which some of them find it
 */
export function tellHeight(host: HostWindow, height: number, address: string): void {
  // Canvas, and what else speaks LTI.
  host.postMessage({ subject: 'lti.frameResize', height }, ANYBODY);
  // Embedly's protocol, which Observable speaks too.
  host.postMessage(JSON.stringify({ context: 'iframe.resize', height, src: address }), ANYBODY);
  // OpenLearning.
  host.postMessage(JSON.stringify({ action: 'resize', height }), ANYBODY);
  // The resizer of H5P, which has to be greeted first. Its `prepareResize` would shrink the frame before it is measured; a height
  // that does not depend on the frame needs no preparation.
  host.postMessage({ context: 'h5p', action: 'resize', scrollHeight: height }, ANYBODY);
  host.postMessage({ type: 'activation-lab.height', height }, ANYBODY);
}

/** H5P's resizer measures only frames that have said hello. */
export function greet(host: HostWindow): void {
  host.postMessage({ context: 'h5p', action: 'hello' }, ANYBODY);
}

/** Says that a task is done to pages that wait for it. */
export function tellCompletion(host: HostWindow): void {
  host.postMessage(JSON.stringify({ action: 'complete' }), ANYBODY);
}
