import { readQuery } from '../../state/query';
import { flagsCodec } from './lab-flags';
import type { LabSetup } from './lab-link';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const attribute = (name: string, value: string): string => `${name}="${escaped(value)}"`;

/** A frame for any page, learning platforms included. */
export function frameSnippet(address: string, title: string, height: number, isSandboxed: boolean): string {
  const attributes = [
    attribute('src', address),
    attribute('title', title),
    'width="100%"',
    attribute('height', String(height)),
    'loading="lazy"',
    'style="border: 0"',
    ...(isSandboxed ? ['sandbox="allow-scripts allow-popups"'] : []),
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** The custom element, for a page that may load scripts from where the lab is. */
export function elementSnippet(page: string, { lang, theme, flags, state }: LabSetup): string {
  const script = new URL('activation-lab-element.js', page).href;
  const { autoplay, embed: _, ...written } = flags;
  const set = readQuery(flagsCodec.encode({ ...flagsCodec.initial, ...written }));
  const attributes = [
    ...(autoplay ? ['autoplay'] : []),
    ...(state === '' ? [] : [attribute('state', state)]),
    ...set.map(([name, value]) => attribute(name, value)),
    ...(lang === undefined ? [] : [attribute('lang', lang)]),
    ...(theme === undefined || theme === 'auto' ? [] : [attribute('theme', theme)]),
  ];
  return `<script type="module" ${attribute('src', script)}></script>\n<activation-lab ${['embed', ...attributes].join(' ')}></activation-lab>`;
}
