import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Snapshot } from '../../web/tooling/snapshot.mjs';

it('puts back what changed or vanished, as old as it was, and leaves the rest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-test-'));
  const kept = join(folder, 'kept');
  const changed = join(folder, 'changed');
  const deleted = join(folder, 'deleted');
  const paths = [kept, changed, deleted];
  const age = new Date(2026, 0, 1);
  for (const path of paths) {
    writeFileSync(path, `content of ${path}`);
    utimesSync(path, age, age);
  }

  const snapshot = new Snapshot(paths);
  writeFileSync(changed, 'half a build');
  rmSync(deleted);
  snapshot.restore();

  for (const path of paths) {
    expect(readFileSync(path, 'utf8')).toBe(`content of ${path}`);
    expect(statSync(path).mtime).toEqual(age);
  }
  rmSync(folder, { recursive: true });
});
