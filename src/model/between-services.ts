import type { Calling, Design } from './design.ts';

/** A call that leaves its service, both ends stated. */
export interface ServiceCall extends Calling {
  readonly from: string;
  readonly service: string;
}

export function callsBetweenServices({ calls }: Design): ServiceCall[] {
  return calls.flatMap((calling) => {
    const { handler, service } = calling;
    const from = handler.fact('service').value;
    return from === undefined || service === undefined || service === from ? [] : [{ ...calling, from, service }];
  });
}

/** Those of them whose caller waits, or may. */
export function waitsBetweenServices(design: Design): ServiceCall[] {
  return callsBetweenServices(design).filter(({ call }) => call.fact('sync').value !== false);
}
