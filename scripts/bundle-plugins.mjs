import { builtinModules } from 'node:module';

/**
 * `require('fs')` inside a CommonJS dependency becomes an import, since an ES module bundle has no `require`.
 * What could start a process is left empty: commander has it for subcommands that are programs of their own; ours are not.
 */
const builtins = {
  name: 'builtins-by-import',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind, namespace }) => {
      const name = path.replace(/^node:/, '');
      if (kind !== 'require-call' || !builtinModules.includes(name)) return undefined;
      return { path: name, namespace: namespace === 'required' ? 'imported' : 'required' };
    });
    build.onLoad({ filter: /^child_process$/, namespace: 'required' }, () => ({ contents: 'module.exports = {};' }));
    build.onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require('${path}').default;`,
    }));
    build.onLoad({ filter: /.*/, namespace: 'imported' }, ({ path }) => ({
      contents: `import value from 'node:${path}'; export default value;`,
    }));
  },
};

/**
 * gray-matter's own engines run code found in a file (`---js`) and pull in a second YAML parser.
 * The wrapper in src/library replaces every one of them; here they are left out, so that the bundle holds no `eval`.
 */
const noEngines = {
  name: 'front-matter-without-engines',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * The SDK takes a JSON Schema validator for what a client types into a form (elicitation). This server asks for no form;
 * left out, the validator takes a third of the start-up bundle with it, and the code that it makes from text.
 */
const noFormValidator = {
  name: 'no-form-validator',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({
      path,
      namespace: 'shims',
    }));
    build.onLoad({ filter: /.*/, namespace: 'shims' }, () => ({
      contents: `
        export { default as process } from 'node:process';
        export class DefaultJsonSchemaValidator {
          getValidator() { throw new Error('This server does not ask for forms.'); }
        }`,
    }));
  },
};

/**
 * Words are read for their lemmas, negation and sentence ends. What the language model holds of moods and names is a tenth
 * of the package and read by nothing; an automaton that knows no word stands in its place.
 */
const noUnreadModels = {
  name: 'no-unread-models',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    const empty = JSON.stringify([0, 0, { 0: {} }, {}, {}, {}]);
    build.onLoad({ filter: /[\\/]wink-eng-lite-web-model[\\/].*[\\/]eng-(?:sa|ner)-model\.json$/ }, () => ({
      contents: JSON.stringify([empty]),
      loader: 'json',
    }));
  },
};

export const bundlePlugins = () => [builtins, noEngines, noFormValidator, noUnreadModels];
