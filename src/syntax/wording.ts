/** A failure's sentence as a value, for whoever prints it to put into the reader's language. */

/** A sentence with `{0}`, `{1}` where its values belong; a value may be a sentence in turn. */
export interface Wording {
  readonly key: string;
  readonly values: readonly (string | Wording)[];
}

/** Tags the sentence of a failure. */
export const wording = (parts: readonly string[], ...values: readonly (string | number | Wording)[]): Wording => ({
  key: parts.reduce((key, part, index) => `${key}{${index - 1}}${part}`),
  values: values.map((value) => (typeof value === 'number' ? String(value) : value)),
});

/** The sentence as it stands in the code: in bash's wording where it has one. */
export const inEnglish = ({ key, values }: Wording): string =>
  key.replace(/\{(\d)\}/g, (_, index) => {
    const value = values[Number(index)] ?? '';
    return typeof value === 'string' ? value : inEnglish(value);
  });
