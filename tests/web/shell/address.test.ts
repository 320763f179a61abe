import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../../web/src/shell/address';

describe('readAddress', () => {
  it('takes the page apart', () => {
    const { address, problems } = readAddress(
      '#lang=zh-CN&theme=dark&explorer.x=1&pipeline.tensor=1,2;3,4&network.data=xor&other=1',
    );
    expect(problems).toEqual([]);
    expect(address).toEqual({
      lang: 'zh-CN',
      theme: 'dark',
      states: { explorer: 'x=1', pipeline: 'tensor=1,2;3,4', network: 'data=xor' },
    });
  });

  it('leaves unsaid what is not there', () => {
    expect(readAddress('').address).toEqual({
      lang: undefined,
      theme: undefined,
      states: { explorer: '', pipeline: '', network: '' },
    });
  });

  it('names bad values and keeps the current ones', () => {
    const { address, problems } = readAddress('#lang=fr&theme=pink', { lang: 'zh-CN', theme: 'light' });
    expect(address).toMatchObject({ lang: 'zh-CN', theme: 'light' });
    expect(problems.map((problem) => ('key' in problem ? problem.key : ''))).toEqual(['lang', 'theme']);
  });
});

describe('writeAddress', () => {
  it('is read back', () => {
    const address = {
      lang: 'en',
      theme: 'light',
      states: { explorer: 'x=1&f=relu,elu(alpha:2)', pipeline: '', network: 'layers=3:relu' },
    } as const;
    expect(writeAddress(address)).toBe(
      '#lang=en&theme=light&explorer.x=1&explorer.f=relu,elu(alpha:2)&network.layers=3:relu',
    );
    expect(readAddress(writeAddress(address)).address).toEqual(address);
  });
});
