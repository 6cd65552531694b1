/** The parts of the compared search engines that are used: the types check without the packages, which only one benchmark needs. */
declare module 'minisearch' {
  class MiniSearch {
    constructor(options: {
      fields: readonly string[];
      tokenize: (text: string) => string[];
      processTerm: (term: string) => string;
    });
    add(document: { id: number; text: string }): void;
    search(query: string, options: { combineWith: 'AND' | 'OR' }): { id: number }[];
  }
  export = MiniSearch;
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: { encode: (text: string) => string[]; tokenize: 'strict'; resolution: number });
    add(id: number, text: string): void;
    search(query: string, options: { limit: number; suggest: boolean }): number[];
  }
}

declare module 'node-sqlite3-wasm' {
  export class Database {
    constructor(file: string);
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  }
  export interface Statement {
    run(values: readonly (string | number)[]): void;
    all(values: readonly (string | number)[]): Record<string, unknown>[];
    finalize(): void;
  }
}
