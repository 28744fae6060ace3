export { readTableFile } from './read-file.ts';
export { type OutSheet, toXlsx } from './write-xlsx.ts';
