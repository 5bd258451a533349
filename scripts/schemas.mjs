// `npm run schemas`: writes the JSON Schema of model files from the shape that reads them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { build, install, root } from './setup.mjs';

install();
build();
const { modelShape } = await import('../dist/model/index.js');
const schema = {
  title: 'A conflict model of firstmove',
  ...z.toJSONSchema(modelShape, { io: 'input' }),
};
writeFileSync(join(root, 'docs/schema/model.json'), `${JSON.stringify(schema, null, 2)}\n`);
