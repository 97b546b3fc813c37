import type { Stated } from '../reader.ts';
import type { Reader } from './reader.ts';
import type { Tree } from './tree.ts';
import { safeName, stated } from './values.ts';

/**
 * A Backstage catalog: components with the team that owns them, and databases. The owner of a resource is a team there
 * and a service here, and what depends on it may read or write it, so neither is taken over.
 */
export const backstage: Reader = {
  name: 'Backstage catalog',
  hint: /backstage\.io\//,
  fits: (tree) => tree.at('apiVersion').text?.startsWith('backstage.io/') === true,
  read: (documents) => documents.flatMap(entity),
};

function entity(document: Tree): Stated[] {
  const name = safeName(document.at('metadata', 'name').text ?? '');
  const place = document.at('metadata', 'name');
  const type = document.at('spec', 'type');
  if (name === '') return [];
  if (document.at('kind').text === 'Component' && type.text !== 'library')
    return [
      ...stated(['services', name], {}, place),
      ...stated(['services', name, 'owner'], team(document.at('spec', 'owner').text), document.at('spec', 'owner')),
    ];
  if (document.at('kind').text === 'Resource' && /database|db$/i.test(type.text ?? ''))
    return [...stated(['stores', name], {}, place), ...stated(['stores', name, 'kind'], 'database', type)];
  return [];
}

/** `group:default/payments` is payments. */
function team(reference: string | undefined): string {
  return safeName(reference?.replace(/^.*[:/]/, '') ?? '');
}
