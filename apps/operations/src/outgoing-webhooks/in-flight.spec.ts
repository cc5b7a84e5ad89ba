import type { Delivery } from './delivery.js';
import { InFlight } from './in-flight.js';

const PER_ENDPOINT = 4;
const UNPROVEN = 256;
const ALL = 512;

let inFlight: InFlight;
/** Endpoints told of room, `all` for everyone. */
let told: string[];
let errors: unknown[];

beforeEach(() => {
  inFlight = new InFlight(PER_ENDPOINT);
  told = [];
  errors = [];
});

describe('messages under way', () => {
  it('are one at an endpoint until it took one, then as many as it may have', async () => {
    const first = run('a', 'p1');
    expect(inFlight.hasRoom('a')).toBe(false);
    expect(inFlight.hasRoom('b')).toBe(true);
    await first.ends(true);
    for (let count = 0; count < PER_ENDPOINT; count += 1) {
      expect(inFlight.hasRoom('a')).toBe(true);
      run('a', `q${count}`);
    }
    expect(inFlight.hasRoom('a')).toBe(false);
  });

  it('are one again after a failure', async () => {
    await proven('a');
    const [second, third] = [run('a', 'p2'), run('a', 'p3')];
    await second.ends(false);
    expect(inFlight.hasRoom('a')).toBe(false);
    await third.ends(true);
    expect(inFlight.hasRoom('a')).toBe(true);
  });

  it('are never two of one payment at one endpoint', async () => {
    await proven('a');
    run('a', 'p2');
    expect(run('a', 'p2').hasBegun).toBe(false);
    expect(run('b', 'p2').hasBegun).toBe(true);
    expect(inFlight.lanesMax('a')).toBe(PER_ENDPOINT + 1);
  });

  it('to the unproven leave half of the room to others', async () => {
    await proven('a');
    for (let count = 0; count < UNPROVEN; count += 1) run(`silent-${count}`, 'p1');
    expect(inFlight.hasRoom('new')).toBe(false);
    expect(inFlight.hasRoom('a')).toBe(true);
  });

  it('are bounded, also where every endpoint took its last one', async () => {
    const endpoints = Array.from({ length: ALL / PER_ENDPOINT }, (_, index) => `e${index}`);
    for (const endpoint of [...endpoints, 'late']) await proven(endpoint);
    for (const endpoint of endpoints) {
      for (let count = 0; count < PER_ENDPOINT; count += 1) run(endpoint, `p${count}`);
    }
    expect(inFlight.hasRoom('late')).toBe(false);
  });

  it('are waited for', async () => {
    const attempts = [run('a', 'p1'), run('b', 'p1')];
    let hasEnded = false;
    const ended = inFlight.ended().then(() => (hasEnded = true));
    await attempts[0]?.ends(true);
    expect(hasEnded).toBe(false);
    await attempts[1]?.ends(false);
    await ended;
  });
});

describe('room that has become free', () => {
  it('is announced to the endpoint alone where no other lacked it', async () => {
    await run('a', 'p1').ends(true);
    await run('b', 'p1').ends(false);
    expect(told).toEqual(['a', 'b']);
  });

  it('is announced to all once a message found none', async () => {
    await proven('a');
    const first = run('a', 'p1');
    for (let count = 0; count < UNPROVEN; count += 1) run(`silent-${count}`, 'p1');
    const rest = Array.from({ length: 64 }, (_, index) => `e${index}`);
    for (const endpoint of rest) await proven(endpoint);
    for (const endpoint of rest) for (const id of ['p1', 'p2', 'p3', 'p4']) run(endpoint, id);
    told = [];
    expect(inFlight.hasRoom('a')).toBe(false);
    await first.ends(true);
    await run('a', 'p2').ends(true);
    expect(told).toEqual(['all', 'a']);
  });

  it('of the proven is not told to the unproven, who have none', async () => {
    await proven('a');
    const silent = Array.from({ length: UNPROVEN }, (_, index) => run(`silent-${index}`, 'p1'));
    expect(inFlight.hasRoom('new')).toBe(false);
    await run('a', 'p2').ends(true);
    await run('a', 'p3').ends(true);
    expect(told).toEqual(['a', 'a']);
    await silent[0]?.ends(false);
    expect(told).toEqual(['a', 'a', 'all']);
    expect(inFlight.hasRoom('new')).toBe(true);
  });

  it('is not announced after an error, and is there', async () => {
    const error = new Error('disk full');
    await run('a', 'p1').breaks(error);
    expect(errors).toEqual([error]);
    expect(told).toEqual([]);
    expect(inFlight.hasRoom('a')).toBe(true);
  });
});

describe('taking turns', () => {
  it('begins with another one each time', () => {
    const turns = [1, 2, 3, 4].map(() => inFlight.inTurn(['a', 'b', 'c']).join(''));
    expect(turns).toEqual(['abc', 'bca', 'cab', 'abc']);
    expect(inFlight.inTurn([])).toEqual([]);
  });
});

async function proven(endpointId: string): Promise<void> {
  await run(endpointId, 'first').ends(true);
  told = [];
}

function run(endpointId: string, paymentId: string) {
  let hasBegun = false;
  let ends: (hasArrived: boolean) => void = () => undefined;
  let breaks: (error: Error) => void = () => undefined;
  const attempt = (): Promise<boolean> => {
    hasBegun = true;
    return new Promise((resolve, reject) => {
      ends = resolve;
      breaks = reject;
    });
  };
  inFlight.run({ endpointId, paymentId } as Delivery, attempt, {
    onError: (error) => errors.push(error),
    onRoom: (where = 'all') => told.push(where),
  });
  return {
    hasBegun,
    ends: (hasArrived: boolean): Promise<void> => {
      ends(hasArrived);
      return settled();
    },
    breaks: (error: Error): Promise<void> => {
      breaks(error);
      return settled();
    },
  };
}

/** Room is announced one turn after the attempt has ended. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
