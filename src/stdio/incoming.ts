import { parseJSONRPCMessage, type JSONRPCMessage } from '@modelcontextprotocol/server';
import { isUtf8 } from 'node:buffer';

export type Id = string | number;

/** Why a line is answered with an error: the JSON-RPC code, what to do, and the id where one can be made out. */
export interface Fault {
  readonly code: -32700 | -32600;
  readonly message: string;
  readonly id?: Id;
}

/** A line as it was understood. `blank` lines are nothing; `suspect` says what was replaced on the way. */
export type Incoming =
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'message'; readonly message: JSONRPCMessage; readonly suspect: boolean };

/** Reads one line as a JSON-RPC message. What is no message gets an error that the client can act on, never silence. */
export function readLine(line: Buffer): Incoming {
  const text = line
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  if (text === '') return { kind: 'blank' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault(-32700, 'The line is not valid JSON. Send one JSON-RPC message a line.');
  }
  return readMessage(value, text.includes('\uFFFD') && !isUtf8(line));
}

function readMessage(value: unknown, suspect: boolean): Incoming {
  if (Array.isArray(value)) return fault(-32600, 'Batches are not supported. Send one JSON-RPC message a line.');
  if (typeof value !== 'object' || value === null) return fault(-32600, 'A JSON-RPC message is an object.');
  const id = 'id' in value ? value.id : undefined;
  const usable = isId(id) ? id : undefined;
  if (!('jsonrpc' in value) || value.jsonrpc !== '2.0') return fault(-32600, 'A message has "jsonrpc": "2.0".', usable);
  if ('id' in value && usable === undefined) return fault(-32600, 'An id is a string or an integer, never null.');
  try {
    return { kind: 'message', message: parseJSONRPCMessage(value), suspect };
  } catch {
    return fault(
      -32600,
      'It is no request, notification or response: "method" is a string, "params" an object.',
      usable,
    );
  }
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' ? id.length <= 256 : Number.isSafeInteger(id);
}

function fault(code: Fault['code'], message: string, id?: Id): Incoming {
  return { kind: 'fault', fault: id === undefined ? { code, message } : { code, message, id } };
}
