/**
 * Tells whether an element can be seen: it is on the screen, and its page is in front.
 *
 * @param changed called with the first answer soon after, then at each change
 * @returns stops watching
 */
export function watchVisibility(element: Element, changed: (isVisible: boolean) => void): () => void {
  let isOnScreen = false;
  let last: boolean | undefined;
  const tell = (): void => {
    const isVisible = isOnScreen && document.visibilityState === 'visible';
    if (isVisible !== last) changed(isVisible);
    last = isVisible;
  };
  const observer = new IntersectionObserver((entries) => {
    isOnScreen = entries.at(-1)?.isIntersecting ?? false;
    tell();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', tell);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', tell);
  };
}
