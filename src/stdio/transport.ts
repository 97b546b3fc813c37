import { isJSONRPCRequest, type JSONRPCMessage, type Transport } from '@modelcontextprotocol/server';
import type { Readable } from 'node:stream';
import { readLine, type Id, type Incoming } from './incoming.ts';
import { MAX_IN_FLIGHT, MAX_LINE, MAX_PENDING_OUTPUT } from './limits.ts';
import { createLineReader, type Line } from './lines.ts';
import { faultLine, messageLine } from './outgoing.ts';
import type { Output } from './output.ts';

/**
 * The SDK's transport contract over two streams, with what its own lacks (the table of faults in the security notes):
 * every bad line is answered, a long one is passed over, reading stops while too much is unanswered or unread,
 * and the end of the input is told apart from the end of the work.
 */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;

  readonly #stdin: Readable;
  readonly #output: Output;
  readonly #lines = createLineReader(MAX_LINE);
  readonly #waiting: Line[] = [];
  readonly #inFlight = new Set<Id>();
  #state: 'idle' | 'reading' | 'ended' | 'closed' = 'idle';
  readonly #idle: (() => void)[] = [];
  #delivering = false;
  #tellEnded: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => (this.#tellEnded = resolve));

  constructor(stdin: Readable, output: Output) {
    this.#stdin = stdin;
    this.#output = output;
  }

  async start(): Promise<void> {
    this.#state = 'reading';
    this.#stdin.on('data', this.#onData);
    this.#stdin.once('end', this.#onEnd);
    this.#stdin.once('close', this.#onEnd);
    this.#stdin.once('error', this.#onEnd);
    if (this.#stdin.readableEnded || this.#stdin.destroyed) this.#onEnd();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#state === 'closed') return;
    const line = messageLine(message);
    if ('id' in message && message.id !== undefined && !('method' in message)) this.#settle(message.id);
    await this.#output.write(line);
    this.#deliver();
  }

  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#stdin.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd).off('error', this.#onEnd);
    this.#stdin.on('error', () => undefined);
    this.#stdin.pause();
    this.#waiting.length = 0;
    this.#inFlight.clear();
    this.#tellEnded();
    this.#tellIdle();
    this.onclose?.();
  }

  /** Takes no more input; what has been read is still answered. */
  stopReading(): void {
    this.#onEnd();
  }

  /** Resolves once no more input is taken. */
  ended(): Promise<void> {
    return this.#ended;
  }

  /** Resolves once the input has ended and every request in it is answered, or the transport is closed. */
  finished(): Promise<void> {
    if (this.#isFinished()) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Answers every request that is still worked on with an error, for a process that has to give up. */
  async failInFlight(message: string): Promise<void> {
    const ids = [...this.#inFlight];
    await Promise.all(ids.map((id) => this.send({ jsonrpc: '2.0', id, error: { code: -32603, message } })));
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#waiting.push(...this.#lines.push(chunk));
    this.#deliver();
  };

  readonly #onEnd = (): void => {
    if (this.#state !== 'reading') return;
    this.#state = 'ended';
    this.#stdin.off('data', this.#onData);
    this.#stdin.pause();
    const tail = this.#lines.end();
    if (tail !== undefined) this.#waiting.push(tail);
    this.#deliver();
    this.#tellEnded();
    this.#tellIdle();
  };

  /** Hands over waiting lines while there is room; the rest of them, and the pipe, wait for answers to be sent. */
  #deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    while (this.#waiting.length > 0 && this.#hasRoom()) {
      const line = this.#waiting.shift();
      if (line !== undefined) this.#take(line);
    }
    this.#delivering = false;
    if (this.#state !== 'reading') return;
    if (this.#waiting.length > 0 || !this.#hasRoom()) this.#stdin.pause();
    else this.#stdin.resume();
  }

  #hasRoom(): boolean {
    return (
      this.#state !== 'closed' && this.#inFlight.size < MAX_IN_FLIGHT && this.#output.pending() < MAX_PENDING_OUTPUT
    );
  }

  #take(line: Line): void {
    const incoming: Incoming =
      line === 'too-long'
        ? { kind: 'fault', fault: { code: -32600, message: 'The line is longer than 8 MiB and was passed over.' } }
        : readLine(line);
    if (incoming.kind === 'fault') this.#answer(faultLine(incoming.fault));
    if (incoming.kind !== 'message') return;
    if (incoming.suspect) this.onerror?.(new Error('a line was not valid UTF-8; bad bytes were replaced'));
    this.#accept(incoming.message);
  }

  #accept(message: JSONRPCMessage): void {
    // A subscription stays open for the whole connection: it is no work that could be waited for.
    if (isJSONRPCRequest(message) && message.method !== 'subscriptions/listen') {
      if (this.#inFlight.has(message.id)) return this.#refuseDuplicate(message.id);
      this.#inFlight.add(message.id);
    }
    const cancelled = cancelledId(message);
    this.onmessage?.(message);
    // A cancelled request is never answered, so it must not be waited for either.
    if (cancelled !== undefined) this.#settle(cancelled);
  }

  #refuseDuplicate(id: Id): void {
    this.#answer(
      faultLine({ code: -32600, message: 'A request with this id is still being worked on. Use each id once.', id }),
    );
  }

  #answer(line: string): void {
    this.#output.write(line).then(
      () => this.#deliver(),
      (error: unknown) => this.onerror?.(error instanceof Error ? error : new Error(String(error))),
    );
  }

  #settle(id: Id): void {
    if (this.#inFlight.delete(id)) this.#tellIdle();
  }

  #isFinished(): boolean {
    return (
      this.#state === 'closed' || (this.#state === 'ended' && this.#waiting.length === 0 && this.#inFlight.size === 0)
    );
  }

  #tellIdle(): void {
    if (!this.#isFinished()) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

function cancelledId(message: JSONRPCMessage): Id | undefined {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return undefined;
  const id = message.params?.['requestId'];
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
