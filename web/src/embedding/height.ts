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
  tellResizer(host, height);
  host.postMessage({ type: 'activation-lab.height', height }, ANYBODY);
}

/**
 * H5P's resizer gives a frame the width of its place, and tells it of every new size of the window, once it has said hello. It takes a
 * height at any time: its `prepareResize` would shrink the frame before it is measured, and a height that does not depend on the
 * frame needs no preparation. Nor is an answer waited for: the resizer cannot answer a frame without an origin.
 */
export function greet(host: HostWindow): void {
  host.postMessage({ context: 'h5p', action: 'hello' }, ANYBODY);
}

function tellResizer(host: HostWindow, height: number): void {
  host.postMessage({ context: 'h5p', action: 'resize', scrollHeight: height }, ANYBODY);
}

/**
 * Answers H5P's resizer: one that was loaded after the frame has heard neither its greeting nor its height. It then says that it is
 * ready, to frames with `h5p` in their address.
 *
 * @param height 0: not known yet
 * @returns whether the message was one of H5P's
 */
export function answerResizer(host: HostWindow, data: unknown, height: number): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { context, action } = data as { readonly context?: unknown; readonly action?: unknown };
  if (context !== 'h5p') return false;
  const isAsked = action === 'ready' || action === 'hello' || action === 'resize';
  if (action === 'ready') greet(host);
  if (isAsked && height > 0) tellResizer(host, height);
  return true;
}

/** Says that a task is done to pages that wait for it. */
export function tellCompletion(host: HostWindow): void {
  host.postMessage(JSON.stringify({ action: 'complete' }), ANYBODY);
}
