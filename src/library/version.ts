import manifest from '../../package.json' with { type: 'json' };

/** The version of the package, as reports and the server name it. */
export const VERSION: string = manifest.version;
