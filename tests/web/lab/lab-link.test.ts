import { describe, expect, it } from 'vitest';
import { elementSnippet, frameSnippet } from '../../../web/src/elements/activation-lab/embed-snippets';
import { flagsCodec } from '../../../web/src/elements/activation-lab/lab-flags';
import { labAddress, labFragment, labPage } from '../../../web/src/elements/activation-lab/lab-link';
import { readLabAddress } from '../../../web/src/shell/lab-address';

const PAGE = 'https://example.org/a/lab.html';
const flags = {
  ...flagsCodec.initial,
  hide: ['data', 'stop'],
  lock: ['rate'],
  task: 'Solve "XOR" & say <why>',
  goal: { measure: 'score', value: 0.95, split: 'test' },
} as const;
const setup = { lang: 'zh-CN', theme: 'dark', flags, state: 'data=xor&layers=3:elu(alpha:2)' } as const;

describe('the address of a lab', () => {
  it('is read back', () => {
    const { address, problems } = readLabAddress(labFragment(setup));
    expect(problems).toEqual([]);
    expect(address).toEqual(setup);
  });

  it('is readable', () => {
    expect(
      labFragment({ flags: { ...flagsCodec.initial, embed: true, autoplay: false }, state: 'seed=3' }),
    ).toBe('autoplay=0&embed=1&seed=3');
  });

  it('names bad flags and keeps the current ones', () => {
    const current = { lang: undefined, theme: undefined, flags };
    const { address, problems } = readLabAddress(
      '#hide=nothing&lock=results&goal=score:7&embed=yes&data=xor',
      current,
    );
    expect(problems.map((problem) => 'key' in problem && problem.key)).toEqual([
      'hide',
      'lock',
      'goal',
      'embed',
    ]);
    expect(address.flags).toMatchObject({
      hide: flags.hide,
      lock: flags.lock,
      goal: flags.goal,
      embed: false,
    });
    expect(address.state).toBe('data=xor');
  });

  it('is beside the scripts of the elements, or above their shared parts', () => {
    expect(labPage('https://example.org/a/activation-lab-element.js')).toBe(PAGE);
    expect(labPage('https://example.org/a/assets/lab-abc.js')).toBe(PAGE);
  });
});

describe('what a page embeds', () => {
  it('is a frame whose attributes hold any text', () => {
    const snippet = frameSnippet(labAddress(setup, PAGE), 'A "lab"', 700, true);
    expect(snippet).toMatch(
      /^<iframe src="https:\/\/example\.org\/a\/lab\.html#[^"]*" title="A &quot;lab&quot;" /,
    );
    expect(snippet).toContain('sandbox="allow-scripts allow-popups"');
    expect(snippet).toContain('height="700"');
  });

  it('is an element with the same flags', () => {
    const snippet = elementSnippet(PAGE, setup);
    expect(snippet).toContain('src="https://example.org/a/activation-lab-element.js"');
    expect(snippet).toContain('state="data=xor&amp;layers=3:elu(alpha:2)"');
    expect(snippet).toContain('hide="data,stop"');
    expect(snippet).toContain('task="Solve &quot;XOR&quot; &amp; say &lt;why>"');
    expect(snippet).toContain('<activation-lab embed autoplay');
  });
});
