import { describe, expect, it } from 'vitest';
import { EmbeddedLab } from '../../../web/src/embedding/embedded-lab';

class FakeWindow extends EventTarget {
  readonly said: { readonly message: unknown; readonly to: string }[] = [];
  readonly location = { href: 'https://lab.example/lab.html#embed=1' };

  postMessage(message: unknown, to: string): void {
    this.said.push({ message, to });
  }
}

class FakeLab {
  state = 'seed=1';
  readonly progress = { running: false, steps: 3 };
  readonly calls: string[] = [];
  /** Keys of the next state that cannot be used. */
  badKeys: readonly string[] = [];
  restore = async (state: string) => {
    this.state = state;
    return this.badKeys;
  };
  run = () => void this.calls.push('run');
  pause = () => void this.calls.push('pause');
  restart = () => void this.calls.push('restart');
}

function open() {
  const [lab, host, own] = [new FakeLab(), new FakeWindow(), new FakeWindow()];
  const embedded = new EmbeddedLab({ lab, host: host as unknown as Window, own: own as unknown as Window });
  const say = (data: unknown, origin = 'https://course.example', source: unknown = host): void => {
    own.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  };
  return { lab, host, embedded, say };
}

describe('a lab in a frame', () => {
  it('greets, and tells its height in every dialect, once', () => {
    const { host, embedded } = open();
    expect(host.said.map(({ message }) => message)).toEqual([
      { context: 'h5p', action: 'hello' },
      { type: 'activation-lab.ready', version: 1 },
    ]);
    host.said.length = 0;
    embedded.height = 700;
    embedded.height = 701;
    expect(host.said.map(({ message }) => message)).toEqual([
      { subject: 'lti.frameResize', height: 700 },
      JSON.stringify({ context: 'iframe.resize', height: 700, src: 'https://lab.example/lab.html#embed=1' }),
      JSON.stringify({ action: 'resize', height: 700 }),
      { context: 'h5p', action: 'resize', scrollHeight: 700 },
      { type: 'activation-lab.height', height: 700 },
    ]);
  });

  it("answers H5P's resizer, also one that came late", () => {
    const { host, embedded, say } = open();
    const heard = (action: unknown, source: unknown = host) => {
      host.said.length = 0;
      say({ context: 'h5p', action }, 'https://course.example', source);
      return host.said;
    };
    const hello = { message: { context: 'h5p', action: 'hello' }, to: '*' };
    const resize = { message: { context: 'h5p', action: 'resize', scrollHeight: 700 }, to: '*' };
    expect(heard('ready')).toEqual([hello]);
    expect(heard('hello')).toEqual([]);
    embedded.height = 700;
    // The answer to the greeting does not reach a frame without an origin.
    expect(heard('ready')).toEqual([hello, resize]);
    expect(heard('hello')).toEqual([resize]);
    expect(heard('resize')).toEqual([resize]);
    for (const action of ['resizePrepared', 'else', 7, undefined]) expect(heard(action)).toEqual([]);
    expect(heard('ready', new FakeWindow())).toEqual([]);
    // It is no conversation: what is told goes on to whoever is there.
    host.said.length = 0;
    embedded.stateChanged();
    expect(host.said[0]?.to).toBe('*');
  });

  it('obeys the page around it and nobody else', () => {
    const { lab, say } = open();
    say({ type: 'activation-lab.run' });
    say({ type: 'activation-lab.pause' }, 'https://other.example', new FakeWindow());
    say({ type: 'activation-lab.reset' });
    say({ type: 'activation-lab.set-state', state: '#seed=5' });
    expect(lab.calls).toEqual(['run', 'restart']);
    expect(lab.state).toBe('seed=5');
  });

  it('answers to the origin that has spoken', () => {
    const { host, say } = open();
    host.said.length = 0;
    say({ type: 'activation-lab.snapshot', id: 'q' });
    expect(host.said).toEqual([
      {
        message: { type: 'activation-lab.snapshot', state: 'seed=1', running: false, steps: 3, id: 'q' },
        to: 'https://course.example',
      },
    ]);
    host.said.length = 0;
    say({ type: 'activation-lab.run', id: 2 }, 'null');
    say({ type: 'activation-lab.jump', id: 3 });
    expect(host.said).toEqual([
      { message: { type: 'activation-lab.done', id: 2 }, to: '*' },
      { message: { type: 'activation-lab.error', problem: 'type', id: 3 }, to: 'https://course.example' },
    ]);
  });

  it('answers a state only once it was judged, and names what could not be used', async () => {
    const { lab, host, say } = open();
    host.said.length = 0;
    say({ type: 'activation-lab.set-state', state: 'seed=5', id: 1 });
    lab.badKeys = ['rate', 'noise'];
    say({ type: 'activation-lab.set-state', state: 'seed=6&rate=x&noise=y', id: 2 });
    say({ type: 'activation-lab.set-state', state: 'seed=7&rate=x' });
    expect(host.said).toEqual([]);
    await Promise.resolve();
    const state = { type: 'activation-lab.state', state: 'seed=7&rate=x' };
    const bad = { type: 'activation-lab.error', problem: 'state', keys: ['rate', 'noise'] };
    expect(host.said.map(({ message }) => message)).toEqual([
      state,
      { type: 'activation-lab.done', id: 1 },
      state,
      { ...bad, id: 2 },
      state,
      bad,
    ]);
  });

  it('says that a task is done to those who wait for it', () => {
    const { host, embedded } = open();
    host.said.length = 0;
    embedded.completed({ steps: 9 });
    expect(host.said.map(({ message }) => message)).toEqual([
      JSON.stringify({ action: 'complete' }),
      { type: 'activation-lab.complete', steps: 9 },
    ]);
  });

  it('is silent after its end', () => {
    const { lab, embedded, say } = open();
    embedded.dispose();
    say({ type: 'activation-lab.run' });
    expect(lab.calls).toEqual([]);
  });
});
