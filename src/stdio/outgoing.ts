import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import type { Fault } from './incoming.ts';
import { MAX_ERROR_TEXT, MAX_RESULT } from './limits.ts';

/** @returns the reply to a line that was no message; the id is left out where there is none, since `null` is refused */
export function faultLine({ id, code, message }: Fault): string {
  return line({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), error: { code, message } });
}

/** @returns a message as one line, within the bounds on errors and results and in well-formed Unicode */
export function messageLine(message: JSONRPCMessage): string {
  const written = line(bounded(message));
  if (written.length <= MAX_RESULT / 3 || Buffer.byteLength(written) <= MAX_RESULT || !('result' in message))
    return written;
  const text = 'The answer is larger than 1 MiB. Ask for a smaller part.';
  return line({ jsonrpc: '2.0', id: message.id, error: { code: -32603, message: text } });
}

/** Errors repeat names that the caller chose, so they are cut. */
function bounded(message: JSONRPCMessage): unknown {
  if ('error' in message) {
    const { error } = message;
    const data =
      error.data === undefined || JSON.stringify(error.data).length > MAX_ERROR_TEXT ? {} : { data: error.data };
    return { ...message, error: { code: error.code, message: cut(error.message), ...data } };
  }
  if (!('result' in message) || message.result['isError'] !== true) return message;
  const { content } = message.result;
  return {
    ...message,
    result: { ...message.result, content: Array.isArray(content) ? content.map(cutBlock) : content },
  };
}

function cutBlock(block: unknown): unknown {
  if (typeof block !== 'object' || block === null || !('text' in block) || typeof block.text !== 'string') return block;
  return { ...block, text: cut(block.text) };
}

/** @returns at most {@link MAX_ERROR_TEXT} bytes of the text */
function cut(text: string): string {
  if (text.length <= MAX_ERROR_TEXT / 3) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_ERROR_TEXT) return text;
  return `${bytes
    .subarray(0, MAX_ERROR_TEXT - 8)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}...`;
}

/** JSON writes a lone surrogate as an escape, which strict readers refuse; it becomes the replacement character. */
function line(message: unknown): string {
  const json = JSON.stringify(message);
  const safe = json.includes('\\ud') ? json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, replaceSurrogate) : json;
  return `${safe}\n`;
}

function replaceSurrogate(escape: string): string {
  return escape.length > 2 ? '\uFFFD' : escape;
}
