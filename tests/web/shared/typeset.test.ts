import { describe, expect, it } from 'vitest';
import { formulaKey } from '../../../web/src/elements/shared/formula-key';
import { charactersOf, typeset } from '../../../web/tooling/vite-plugins/typeset';

const one = (latex: string): string => typeset([{ latex, display: true }])[formulaKey(latex)] ?? '';

describe('typeset', () => {
  it('makes MathML that a strict content security policy accepts', () => {
    const mathml = one(String.raw`\begin{cases} x & x > 0 \\ a x & \text{otherwise} \end{cases}`);
    expect(mathml).toMatch(/^<math display="block"><mrow>/);
    expect(mathml).not.toMatch(/style=|class=|<script/);
    expect(mathml).toContain('<mtext>otherwise</mtext>');
  });

  it.each([String.raw`\nosuch{x}`, String.raw`\frac{1}`, '}'])('refuses %s', (latex) => {
    expect(() => one(latex)).toThrow();
  });
});

describe('charactersOf', () => {
  it('finds what browsers draw', () => {
    const formulas = typeset([{ latex: String.raw`\sqrt{h} + \alpha \max(A, 2)`, display: true }]);
    expect(charactersOf(formulas).join('')).toBe('()+,2amxℎ√𝐴𝛼');
  });
});
