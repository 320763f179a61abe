import fontUrl from '../../assets/activation-lab-math.woff2?url';

const FAMILY = 'Activation Lab Math';
let requested = false;

/** Fetches the math font once. `@font-face` in a shadow root is ignored by browsers, so it joins the document's fonts. */
export function loadMathFont(): void {
  if (requested) return;
  requested = true;
  const font = new FontFace(FAMILY, `url(${JSON.stringify(fontUrl)})`);
  document.fonts.add(font);
  // Without it the formulas fall back to the system's math font.
  font.load().catch(() => document.fonts.delete(font));
}
