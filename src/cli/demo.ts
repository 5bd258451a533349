import { join } from 'node:path';
import { Command } from 'commander';
import { boxFolder } from '../store/standoff-files.ts';
import { printBrief } from './brief.ts';

const NEXT = `
What to try next:
  npm start -- brief FILE                      your own report (text or HTML; - reads standard input)
  npm start -- brief FILE --format html --out brief.html
  npm start --silent -- claims FILE --json     what a report claims, as data
  npm start -- model FILE                      the conflict model that its words imply
  npm start -- --help                          everything else
`;

export function demoCommand(): Command {
  return new Command('demo')
    .summary('brief the sample report that ships with the tool')
    .description('Prints the brief of a sample report and names the next things to try.')
    .action(async () => {
      await printBrief([join(boxFolder, 'reports/sample.txt')], { format: 'text' });
      process.stdout.write(NEXT);
    });
}
