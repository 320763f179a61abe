import { type SVGTemplateResult, svg } from 'lit';

function icon(path: string): SVGTemplateResult {
  return svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
}

export const addIcon = icon('M8 3v10M3 8h10');
export const checkIcon = icon('M3 8.5l3.5 3.5L13 4.5');
export const closeIcon = icon('M4 4l8 8M12 4l-8 8');
export const copyIcon = icon('M6 5.5h7v8H6zM10 5.5v-3H3v8h3');
export const downIcon = icon('M8 3v10M4 9l4 4 4-4');
export const downloadIcon = icon('M8 2.5v7.5M4.5 7L8 10.5 11.5 7M3 13.5h10');
export const leftIcon = icon('M13 8H3M7 4L3 8l4 4');
export const linkIcon = icon(
  'M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5L7.5 13a2.8 2.8 0 0 1-4-4L5 7.5',
);
export const minusIcon = icon('M3 8h10');
export const optionsIcon = icon('M2.5 5h7M12.5 5h1M2.5 11h1M6.5 11h7M9.5 3.5v3M4.5 9.5v3');
export const openIcon = icon('M2.5 12.5v-9h4l1.5 2h5.5v7zM2.5 12.5l1.5-5h10l-1.5 5');
export const pauseIcon = icon('M5.5 3.5v9M10.5 3.5v9');
export const playIcon = icon('M5 3l8 5-8 5z');
export const resetIcon = icon('M3 8a5 5 0 1 0 1.7-3.8M3 2.5v3h3');
export const rightIcon = icon('M3 8h10M9 4l4 4-4 4');
export const shuffleIcon = icon(
  'M2.5 4.5h2c3.5 0 4 7 7.5 7h1.5M2.5 11.5h2c1 0 1.8-.6 2.4-1.5M9 6c.7-.9 1.6-1.5 3-1.5h1.5M11.5 2.5l2 2-2 2M11.5 9.5l2 2-2 2',
);
export const stepIcon = icon('M4 3.5l6 4.5-6 4.5zM12.5 3.5v9');
export const upIcon = icon('M8 13V3M4 7l4-4 4 4');
