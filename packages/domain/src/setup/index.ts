/** Setting up a centre; apart from the rules, because the catalogue is large and most pages do not need it. */
export * from './catalogue.ts';
export * from './new-centre.ts';
export * from './propose-counters.ts';
export * from './set-up.ts';
export * from './setup-changes.ts';
export * from './setup-steps.ts';
