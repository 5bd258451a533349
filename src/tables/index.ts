export { parsedYaml } from './parsed-yaml.ts';
export { placeOf, type Row, rowsOf } from './rows.ts';
