/** Writes the JSON schemas of the knowledge files to `seeds/schema/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonSchemas } from '../server/src/knowledge/jsonSchemas';

const folder = resolve('seeds', 'schema');
mkdirSync(folder, { recursive: true });
for (const [kind, schema] of jsonSchemas()) writeFileSync(join(folder, `${kind}.schema.json`), schema);
