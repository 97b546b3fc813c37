import { all, is, present } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const expiresUnhandled: Rule = {
  id: 'message.expires-unhandled',
  alias: 'D8',
  *cases(design) {
    for (const message of design.messages) {
      const channel = design.channel(message.fact('channel'));
      // Most channels have none, and nothing is to be asked of it.
      if (channel.fact('ttl').value === undefined) continue;
      yield {
        at: message.path,
        fault: all(
          present(channel.fact('ttl')),
          is(message.fact('required'), true),
          is(channel.fact('onExpiry'), 'dropped'),
        ),
        say: () => `${message.name} may expire in ${channel.name}, and whoever waits for its effect waits for ever`,
      };
    }
  },
};
