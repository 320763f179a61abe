// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { SvgContext } from '../../../web/src/plot/svg-context';

describe('what is painted for a file', () => {
  it('is SVG with the styles of its moment', () => {
    const context = new SvgContext(100, 50);
    context.strokeStyle = 'red';
    context.setLineDash([6, 4]);
    context.beginPath();
    context.moveTo(1, 2);
    context.lineTo(3.14159, 4);
    context.stroke();
    context.save();
    context.translate(10, 20);
    context.scale(2, 2);
    context.fillStyle = 'blue';
    context.fillRect(0, 0, 1, 1);
    context.restore();
    context.fillRect(5, 5, 1, 1);
    const text = context.text('A <plot> & more');
    expect(text).toContain('<title>A &lt;plot> &amp; more</title>');
    expect(text).toContain('viewBox="0 0 100 50"');
    expect(text).toContain('<path d="M1,2L3.14,4" fill="none" stroke="red"');
    expect(text).toContain('stroke-dasharray="6 4"');
    expect(text).toContain('fill="blue" transform="matrix(2 0 0 2 10 20)"');
    expect(text).toContain('<rect x="5" y="5" width="1" height="1" fill="#000"></rect>');
  });

  it('is clipped where it was, and sits on its line', () => {
    const context = new SvgContext(10, 10);
    context.beginPath();
    context.rect(0, 0, 5, 5);
    context.clip();
    context.font = '12px serif';
    context.textAlign = 'end';
    context.textBaseline = 'middle';
    context.fillText('a < b', 4, 5);
    const text = context.text('');
    expect(text).toContain('<clipPath id="clip-1"><path d="M0,0h5v5h-5Z"></path></clipPath>');
    expect(text).toMatch(
      /<g clip-path="url\(#clip-1\)"><text x="4" y="9.2"[^>]*text-anchor="end">a &lt; b<\/text><\/g>/,
    );
  });
});
