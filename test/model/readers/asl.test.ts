import { expect, test } from 'vitest';
import { statedBy } from './read.ts';

test('trip.asl.json: tasks as steps with their retriers, branches side by side, and the undo that a chain of failures shows', () => {
  expect(statedBy('trip.asl.json')).toEqual([
    '3 workflows.trip.style = "orchestration"',
    '4 workflows.trip.deadline = "1h"',
    '6 workflows.trip.steps.0.id = "HoldFlight"',
    '9 workflows.trip.steps.0.timeout = "30s"',
    '11 workflows.trip.steps.0.attempts = 5',
    '11 workflows.trip.steps.0.backoff = "10s"',
    '20 workflows.trip.steps.0.undo.op = "ReleaseFlight"',
    '17 workflows.trip.steps.1.id = "HoldRoom"',
    '17 workflows.trip.steps.1.attempts = 1',
    '26 workflows.trip.steps.2.id = "AskInsurer"',
    '26 workflows.trip.steps.2.parallel = "Side-by-side"',
    '26 workflows.trip.steps.2.awaits = "reply"',
    '26 workflows.trip.steps.2.attempts = 1',
    '27 workflows.trip.steps.3.id = "Score"',
    '27 workflows.trip.steps.3.parallel = "Side-by-side"',
    '27 workflows.trip.steps.3.attempts = 4',
    '27 workflows.trip.steps.3.backoff = "4s"',
    '36 workflows.trip.steps.4.id = "Charge"',
    '36 workflows.trip.steps.4.attempts = 1',
    '37 workflows.trip.steps.5.id = "Ask-a-person"',
    '37 workflows.trip.steps.5.attempts = 1',
    '40 workflows.trip.steps.6.id = "Confirm"',
    '40 workflows.trip.steps.6.attempts = 1',
  ]);
});
