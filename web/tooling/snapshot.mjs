import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/** The content and age of some files, to go back to. */
export class Snapshot {
  /** @param {readonly string[]} paths */
  constructor(paths) {
    this.files = paths.map((path) => ({
      path,
      content: readFileSync(path),
      modified: statSync(path).mtimeMs,
    }));
  }

  /** Puts the files back where they changed. */
  restore() {
    for (const { path, content, modified } of this.files) {
      const current = statSync(path, { throwIfNoEntry: false });
      if (current?.mtimeMs === modified) continue;
      writeFileSync(path, content);
      // With their age: Ninja must still see that they are older than their sources.
      utimesSync(path, modified / 1000, modified / 1000);
    }
  }
}
