/** The part of word-extractor that is used; the package brings no types. */
declare module 'word-extractor' {
  class WordExtractor {
    extract(source: Buffer | string): Promise<{ getBody(): string }>;
  }
  export = WordExtractor;
}
