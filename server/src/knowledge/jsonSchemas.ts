/** The JSON schemas by which editors complete and validate knowledge files. */
import * as z from 'zod';
import { knowledgeKinds } from './knowledge';
import { type KnowledgeKind, schemas } from './schemas';

/** The JSON schema of a knowledge file of each kind, as text to be written: a list of entries. */
export function jsonSchemas(): ReadonlyMap<KnowledgeKind, string> {
  return new Map(
    knowledgeKinds.map((kind) => {
      const schema = z.toJSONSchema(z.array(schemas[kind]), { target: 'draft-7', io: 'input' });
      return [kind, `${JSON.stringify({ ...schema, title: `${kind}.yaml` }, null, 2)}\n`];
    }),
  );
}
