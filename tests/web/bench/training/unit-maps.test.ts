import { describe, expect, it } from 'vitest';
import { makeNetwork } from '../../../bench/training/network.mjs';
import { emptyMaps, gridPoints, mapsOfLayers } from '../../../bench/training/unit-maps.mjs';

describe('gridPoints', () => {
  it('begins at the top left, and reaches the border', () => {
    expect(Array.from(gridPoints(3))).toEqual(
      [
        [-6, 6, 0, 6, 6, 6],
        [-6, 0, 0, 0, 6, 0],
        [-6, -6, 0, -6, 6, -6],
      ].flat(),
    );
  });
});

describe('unit maps', () => {
  const network = makeNetwork('2-2-1', 'tanh');

  it('are one for each unit of each layer', () => {
    expect(emptyMaps(network, 4).map((map) => map.length)).toEqual([16, 16, 16]);
  });

  it('are taken out of layers whose units lie side by side', () => {
    const layers = [Float32Array.of(1, 2, 3, 4, 5, 6), Float32Array.of(7, 8, 9)];
    expect(mapsOfLayers(network, layers)).toEqual([
      Float32Array.of(1, 3, 5),
      Float32Array.of(2, 4, 6),
      Float32Array.of(7, 8, 9),
    ]);
  });
});
