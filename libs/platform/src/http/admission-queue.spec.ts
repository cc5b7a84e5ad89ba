import { AdmissionQueue, type WaitingRequest } from './admission-queue.js';

it('lets a few in at once, and the others a few a turn, in their order', async () => {
  const turnstile = new AdmissionQueue(3);
  const entered: number[] = [];
  for (let n = 0; n < 8; n += 1) turnstile.admit(visitor(() => entered.push(n)));
  expect(entered).toEqual([0, 1, 2]);
  expect(turnstile.waiting).toBe(5);
  await nextTurn();
  expect(entered).toEqual([0, 1, 2, 3, 4, 5]);
  await nextTurn();
  expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(turnstile.waiting).toBe(0);
});

it('lets nobody overtake those that wait', async () => {
  const turnstile = new AdmissionQueue(1);
  const entered: string[] = [];
  turnstile.admit(visitor(() => entered.push('first')));
  turnstile.admit(visitor(() => entered.push('second')));
  await nextTurn();
  turnstile.admit(visitor(() => entered.push('third')));
  expect(entered).toEqual(['first', 'second']);
  await nextTurn();
  expect(entered).toEqual(['first', 'second', 'third']);
});

it('forgets those that left, without giving them a place', async () => {
  const turnstile = new AdmissionQueue(1);
  const entered: string[] = [];
  turnstile.admit(visitor(() => entered.push('first')));
  turnstile.admit({ enter: () => entered.push('gone'), hasLeft: () => true });
  turnstile.admit(visitor(() => entered.push('second')));
  await nextTurn();
  expect(entered).toEqual(['first', 'second']);
});

it('lets the loop rest while nobody comes', async () => {
  const turnstile = new AdmissionQueue(2);
  const entered: number[] = [];
  turnstile.admit(visitor(() => entered.push(1)));
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  for (let n = 2; n < 5; n += 1) turnstile.admit(visitor(() => entered.push(n)));
  expect(entered).toEqual([1, 2, 3]);
});

function visitor(enter: () => void): WaitingRequest {
  return { enter, hasLeft: () => false };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
