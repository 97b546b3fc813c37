/** A deliverable that cannot be filled or written; the message says what to do. */
export class DeliverableProblem extends Error {}
