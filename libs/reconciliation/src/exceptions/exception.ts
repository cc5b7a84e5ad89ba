import type {
  ExceptionAssigned,
  ExceptionEscalated,
  ExceptionEvent,
  ExceptionEvidenceAdded,
  ExceptionNoted,
  ExceptionResolutionProposed,
  ExceptionResolved,
  Resolution,
} from './events.js';

/** How far the work on an exception is. */
export const EXCEPTION_STATES = [
  'open',
  'assigned',
  'investigating',
  'escalated',
  'awaiting-approval',
  'resolved',
  'reopened',
] as const;

export type ExceptionState = (typeof EXCEPTION_STATES)[number];

type Said<Event extends ExceptionEvent> = Omit<Event['data'], 'exceptionId'>;

/** Evidence without its content. */
export type Evidence = Omit<Said<ExceptionEvidenceAdded>, 'contentBase64'> & {
  readonly bytes: number;
};

/** What people made of one exception. */
export type ExceptionWork = {
  /** How many changes it saw. */
  readonly revision: number;
  readonly state: ExceptionState;
  readonly assignment: Said<ExceptionAssigned> | null;
  readonly notes: readonly Said<ExceptionNoted>[];
  readonly evidence: readonly Evidence[];
  readonly escalation: Said<ExceptionEscalated> | null;
  readonly proposal: Said<ExceptionResolutionProposed> | null;
  readonly resolved: Said<ExceptionResolved> | null;
  /** What was taken back last. */
  readonly withdrawn: Resolution | null;
};

export const NO_WORK: ExceptionWork = {
  revision: 0,
  state: 'open',
  assignment: null,
  notes: [],
  evidence: [],
  escalation: null,
  proposal: null,
  resolved: null,
  withdrawn: null,
};

/** Folds one event of an exception's stream. */
export function evolveWork(work: ExceptionWork, event: ExceptionEvent): ExceptionWork {
  return { ...work, ...changeBy(work, event), revision: work.revision + 1 };
}

function changeBy(work: ExceptionWork, event: ExceptionEvent): Partial<ExceptionWork> {
  switch (event.type) {
    case 'ExceptionAssigned':
      return { assignment: saidIn(event), state: busy(work, 'assigned') };
    case 'ExceptionInvestigated':
      return { state: busy(work, 'investigating') };
    case 'ExceptionNoted':
      return { notes: [...work.notes, saidIn(event)] };
    case 'ExceptionEvidenceAdded': {
      const { contentBase64, ...said } = saidIn(event);
      return { evidence: [...work.evidence, { ...said, bytes: bytesOf(contentBase64) }] };
    }
    case 'ExceptionEscalated':
      return { escalation: saidIn(event), state: busy(work, 'escalated') };
    case 'ExceptionResolutionProposed':
      return { proposal: saidIn(event), state: 'awaiting-approval' };
    case 'ExceptionResolutionRefused':
      return { proposal: null, state: work.assignment === null ? 'open' : 'investigating' };
    case 'ExceptionResolved':
      return { proposal: null, resolved: saidIn(event), state: 'resolved' };
    case 'ExceptionReopened':
      return {
        resolved: null,
        withdrawn: event.data.resolution,
        escalation: null,
        state: 'reopened',
      };
  }
}

/** What waits for a second person, or is resolved, stays so. */
function busy({ state }: ExceptionWork, next: ExceptionState): ExceptionState {
  return state === 'awaiting-approval' || state === 'resolved' ? state : next;
}

/** How many bytes a text in Base64 stands for. */
export function bytesOf(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

function saidIn<Event extends ExceptionEvent>({ data }: Event): Said<Event> {
  const { exceptionId: _exceptionId, ...said }: Event['data'] = data;
  return said;
}
